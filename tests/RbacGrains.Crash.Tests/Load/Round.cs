namespace RbacGrains.Crash.Tests;

/// <summary>One life of the program under load.</summary>
/// <param name="Number">Which round it is.</param>
/// <param name="Api">The program.</param>
/// <param name="Ledger">What is written down.</param>
/// <param name="Seed">What its choices are drawn from.</param>
internal sealed record Round(int Number, ApiClient Api, Ledger Ledger, int Seed)
{
    /// <summary>The organization that lives through all rounds.</summary>
    public const string Main = "main";

    /// <summary>The organization of this round that moves between plans.</summary>
    public string Moving => $"moving-{Number}";

    /// <summary>Everything at once, until the program dies.</summary>
    public Task Run() => Task.WhenAll(
    [
        .. Enumerable.Range(0, 5).Select(task => Forever(task, random => new MemberLoad(this, random, task).Step)),
        .. Enumerable.Range(10, 3).Select(task => Forever(task, random => new ContendedLoad(this, random).Step)),
        .. Enumerable.Range(20, 4).Select(task => Forever(task, random => new InvitationLoad(this, random, task).Step)),
        Forever(30, random => new PlanLoad(this, random).Step),
        Forever(31, random => new OrganizationLoad(this, random).Step),
    ]);

    private async Task Forever(int task, Func<Random, Func<Task<bool>>> load)
    {
        var step = load(new Random(Seed + task));
        while (await step())
        {
        }
    }
}
