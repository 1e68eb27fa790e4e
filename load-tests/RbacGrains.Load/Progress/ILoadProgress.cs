namespace RbacGrains.Load;

/// <summary>Is told how a run goes.</summary>
public interface ILoadProgress
{
    /// <summary>What is being done now.</summary>
    void Say(Scenario scenario, string what);

    /// <summary>Another second has passed.</summary>
    /// <param name="scenario">What runs.</param>
    /// <param name="second">How it went in that second.</param>
    /// <param name="isMeasured">Whether it counts; false while it warms up.</param>
    /// <param name="underWay">How many iterations are under way.</param>
    /// <param name="waiting">How many should have begun and have not.</param>
    void Tick(Scenario scenario, SecondFigures second, bool isMeasured, int underWay, long waiting);

    /// <summary>A scenario has ended.</summary>
    void Done(ScenarioReport report);
}
