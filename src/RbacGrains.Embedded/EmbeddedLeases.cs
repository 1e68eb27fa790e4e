using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>
/// What is given out under leases, read from the actors of this process. Leases of clients elsewhere outlive a process that dies, so that they
/// are granted is written down, and the next process acknowledges no change until they have run out.
/// </summary>
internal sealed class EmbeddedLeases(EmbeddedGrid grid, IStateStore store) : ILeaseRecords
{
    private static readonly StateKey Key = new("leases", "granted");

    private readonly AsyncLock _turn = new();
    private TimeSpan _announced;

    /// <summary>Nothing bounds them: who is no longer the only owner of its store ends the process.</summary>
    public TimeSpan Longest => TimeSpan.MaxValue;

    /// <summary>Finds out whether an earlier process has granted leases, and has the registry wait for their end.</summary>
    public async ValueTask Recover(LeaseRegistry registry, CancellationToken cancellationToken)
    {
        if (await store.Read(Key, cancellationToken) is not { } stored) return;
        var granted = JsonSerializer.Deserialize(stored.Payload.Span, StateJson.TypeInfo<GrantedLeases>());
        _announced = TimeSpan.FromMilliseconds(granted!.Milliseconds);
        if (_announced > TimeSpan.Zero) registry.Outlive(_announced);
    }

    /// <inheritdoc/>
    public async ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken)
    {
        using var turn = await _turn.Enter(cancellationToken);
        if (lease > _announced) await Note(lease);
    }

    /// <summary>Says that none are out any more: the process ends, and no client elsewhere has a lease.</summary>
    public async ValueTask Settle()
    {
        if (_announced > TimeSpan.Zero) await Note(TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken) =>
        grid.UserActor(user).ReadMemberships(organizations, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken) =>
        grid.OrganizationActor(organization).ReadPolicy(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) =>
        grid.OrganizationActor(organization).JudgeCaller(caller, Model.AdministrativeOperation.ReadMembers, cancellationToken);

    private async ValueTask Note(TimeSpan lease)
    {
        var version = (await store.Read(Key, CancellationToken.None))?.Version ?? 0;
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new GrantedLeases((long)lease.TotalMilliseconds), StateJson.TypeInfo<GrantedLeases>());
        await store.Write(new StateWrite(Key, version, payload, Unfinished: false, []), CancellationToken.None);
        _announced = lease;
    }
}

/// <summary>That leases may be out.</summary>
/// <param name="Milliseconds">The longest that any can last.</param>
internal sealed record GrantedLeases(long Milliseconds);
