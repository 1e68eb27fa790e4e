namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>
/// Every workflow, failing at each of its writes in turn: the next process, or the same one once the store works again,
/// finds a consistent organization, and the workflow repeated is made once.
/// </summary>
public sealed class CrashTests
{
    // More writes than any workflow makes.
    private const int Most = 100;

    public static TheoryData<string> Names => [.. Workflows.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Dying_before_any_write_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.DeathBefore, world => world.Restart());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Dying_after_any_write_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.DeathAfter, world => world.Restart());

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_outage_that_begins_before_any_write_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.DeathBefore, GoOn);

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_outage_that_begins_after_any_write_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.DeathAfter, GoOn);

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_failure_of_any_single_write_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.HiccupBefore, GoOn);

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_error_about_any_write_that_was_made_leaves_nothing_between(string workflow) =>
        FailEverywhere(workflow, Fault.HiccupAfter, GoOn);

    private static async Task FailEverywhere(string name, Fault fault, Func<World, Task> recover)
    {
        var workflow = Workflows.All[name];
        for (var write = 1; ; write++)
        {
            Assert.True(write < Most, "The workflow never came to its end.");
            var world = await World.Create();
            await workflow.Prepare(world);
            world.Store.FailAt(write, fault);

            var completed = await Completes(workflow, world);
            if (!world.Store.HasFailed)
            {
                Assert.True(completed && write > 1, "The workflow made no write at which it could fail.");
                return;
            }
            await recover(world);
            await Checked($"recovered from write {write}", world, completed ? workflow.Done : null);

            await workflow.Act(world);
            await Checked($"repeated after write {write}", world, workflow.Done);
            await world.Restart();
            await Checked($"restarted after write {write}", world, workflow.Done);
        }
    }

    private static async Task<bool> Completes(Workflow workflow, World world)
    {
        try
        {
            await workflow.Act(world);
            return true;
        }
        catch (InjectedFaultException)
        {
            return false;
        }
    }

    private static async Task Checked(string when, World world, Func<World, Task>? done)
    {
        try
        {
            await world.CheckInvariants();
            if (done is not null) await done(world);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Not as it should be when {when}: {exception.Message}", exception);
        }
    }

    private static Task GoOn(World world)
    {
        world.Store.Recover();
        return Task.CompletedTask;
    }
}
