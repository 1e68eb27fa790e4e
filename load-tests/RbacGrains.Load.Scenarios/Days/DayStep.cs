namespace RbacGrains.Load.Scenarios;

/// <summary>What somebody does in a product: a check that its page of permissions calls for.</summary>
/// <param name="Name">What it is, as the product's people would say.</param>
/// <param name="Weight">How often, of 100 operations.</param>
/// <param name="Question">The check, with its answer for each kind of member.</param>
internal sealed record DayStep(string Name, int Weight, Question Question);
