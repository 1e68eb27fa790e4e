using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <inheritdoc cref="IRecoveryGrain"/>
/// <remarks>
/// A reminder wakes it every minute, and again on another silo when its own is lost. It asks the store which records are unfinished, so
/// beginning a workflow costs no reminder of its own, and resumes each, which is safe to do twice.
/// </remarks>
[Reentrant]
[GrainType("rbac.recovery")]
internal sealed class RecoveryGrain(
    IGrainContext context, IGrainFactory grains, GridDatabaseHost database, ILogger<RecoveryGrain> logger)
    : IGrainBase, IRecoveryGrain, IRemindable
{
    private const string Reminder = "resume";

    // Longer than any workflow takes that nobody has left.
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private bool _resuming;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public async ValueTask Start()
    {
        await this.RegisterOrUpdateReminder(Reminder, Period, Period);
        await Resume();
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Resume();

    private async Task Resume()
    {
        if (_resuming) return;
        _resuming = true;
        try
        {
            await foreach (var key in database.Database.ReadUnfinished(Abandoned, CancellationToken.None)) await Resume(key);
        }
        finally
        {
            _resuming = false;
        }
    }

    private async ValueTask Resume(StateKey key)
    {
        try
        {
            switch (key.Kind)
            {
                case "organization":
                    await grains.GetGrain<IOrganizationPeer>(key.Id).Resume();
                    break;
                case "invitation":
                    await grains.GetGrain<IInvitationPeer>(key.Id).Resume();
                    break;
                case "group":
                    var (organization, group) = GroupKey.Parse(key.Id);
                    await grains.GetGrain<IOrganizationPeer>(organization).ResumeGroup(group);
                    break;
                default:
                    logger.UnknownUnfinished(key);
                    return;
            }
            logger.Resumed(key);
        }
        catch (Exception failure)
        {
            // One that cannot be finished yet must not keep the others from it; the next minute tries again.
            logger.NotResumed(failure, key);
        }
    }
}
