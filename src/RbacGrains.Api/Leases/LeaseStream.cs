using System.Threading.Channels;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What a session is to drop, on its way into its stream. The session bounds how much there can be.</summary>
internal sealed class LeaseStream(TimeProvider clock) : ILeaseHolder
{
    private readonly Channel<LeaseDrop> _drops = Channel.CreateUnbounded<LeaseDrop>(new UnboundedChannelOptions { SingleReader = true });

    /// <inheritdoc/>
    public bool Drop(LeaseDrop drop)
    {
        _drops.Writer.TryWrite(drop);
        return false;
    }

    /// <summary>The next drops together; none when there are none within that time.</summary>
    public async ValueTask<DropsJson?> Next(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await _drops.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        var (number, users, organizations) = (0L, new List<string>(), new List<string>());
        while (users.Count + organizations.Count < LeaseOptions.MostItems && _drops.Reader.TryRead(out var drop))
        {
            number = drop.Number;
            (drop.Kind == LeaseKind.User ? users : organizations).Add(drop.Id);
        }
        return new DropsJson(number, users, organizations);
    }
}
