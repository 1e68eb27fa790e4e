namespace RbacGrains.LoadTests;

/// <summary>One kind of load.</summary>
internal interface IScenario
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>One operation.</summary>
    /// <param name="worker">Which of those that work at once makes it.</param>
    /// <param name="number">How many that worker has made before.</param>
    /// <returns>The code of the error that it was answered with; null for none.</returns>
    ValueTask<string?> Run(int worker, long number);
}
