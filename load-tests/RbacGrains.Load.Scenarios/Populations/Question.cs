namespace RbacGrains.Load.Scenarios;

/// <summary>A check whose answer is known.</summary>
/// <param name="Action">What is asked for.</param>
/// <param name="Allowed">To which kinds of members it is allowed: bit 0 stands for the first of <see cref="ModelUse.Kinds"/>.</param>
internal sealed record Question(string Action, int Allowed)
{
    /// <summary>Whether a kind of member is allowed it.</summary>
    public bool IsAllowedTo(int kind) => (Allowed >> kind & 1) == 1;
}
