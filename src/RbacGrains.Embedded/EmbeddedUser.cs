using System.Collections.Immutable;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Embedded;

/// <summary>
/// A user in this process: as long as it is asked for, either awake, which is the user's actor, or at rest, which is some 60 bytes and what it
/// shares with all who hold the same. There is one of these for everybody who was ever asked about, so what it holds counts.
/// </summary>
/// <remarks>
/// <para>
/// Plain checks are answered of whatever form there is. Everything else wakes the actor, which reads the store; so does a check of somebody of whom nothing is
/// known yet. Whoever uses the actor keeps it awake until they are done, a write until it has ended whatever came of it, so there is never more
/// than one actor of a user, and what rests is what that one has last read or written. It goes to rest when nobody uses it: at once when it was
/// woken for a check, else with the second sweep that finds nobody has wanted it since. A service account never rests, see <see cref="RestingTable"/>.
/// </para>
/// <para>
/// A check takes no lock: it reads content and version, and reads them again when the user was woken meanwhile. It never answers from before a change
/// that was acknowledged when it began: the actor was awake before that change was written, and what rests since is no older.
/// </para>
/// </remarks>
/// <param name="id">The user.</param>
/// <param name="grid">Where they are.</param>
internal sealed class EmbeddedUser(string id, EmbeddedGrid grid) : IUserActor
{
    // The actor, what rests of it, or null while nothing is known. Written under the lock on this object: one of its own would cost as much again.
    private object? _form;

    // Of the single membership at rest. Written before the form.
    private long _version;

    // Counts the wakings. Written before the form.
    private int _wakings;

    private int _users;
    private bool _isWanted;
    private bool _isSwept;

    /// <summary>Whether the actor is there.</summary>
    public bool IsAwake => Volatile.Read(ref _form) is AwakeUser;

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
        TryHold(organization, out var held)
            ? User.Check(id, held, caller, organization, action, project, grid.Services, cancellationToken)
            : CheckAwake(caller, organization, action, project, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken) =>
        User.CheckMany(id, Hold, caller, checks, grid.Services, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.Explain(caller, organization, action, project, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ProjectSet>> ListProjects(
        Caller caller, string organization, string action, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.ListProjects(caller, organization, action, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Whoever guesses keys needs none of their own to do so, and must not fill the memory with accounts that never were. Nobody
    /// is about to make an account of an id that was guessed: it has 80 random bits.
    /// </remarks>
    public async ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken)
    {
        using var use = Use();
        var caller = await use.Actor.AuthenticateKey(key, digest, cancellationToken);
        if (!caller.Succeeded && use.Actor.TryRead(out var state) && state is null) grid.Forget(id, this);
        return caller;
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.Evaluate(caller, organization, evaluation, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.EvaluateMany(caller, organization, evaluations, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.ExplainEvaluation(caller, organization, evaluation, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.ListOrganizations(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Membership?> ReadMembership(string organization, long incarnation, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.ReadMembership(organization, incarnation, cancellationToken);
    }

    /// <inheritdoc cref="User.ReadMemberships"/>
    public async ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        IReadOnlyList<string> organizations, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.ReadMemberships(organizations, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> HasSpent(string invitation, CancellationToken cancellationToken)
    {
        using var use = Use();
        return await use.Actor.HasSpent(invitation, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask Refresh()
    {
        using var use = Use();
        await use.Actor.Refresh();
    }

    /// <inheritdoc/>
    public async ValueTask<Membership?> WriteMembership(MembershipWrite write)
    {
        using var use = Use();
        return await use.Actor.WriteMembership(write);
    }

    /// <summary>Lets the actor go unless it is used, or was wanted since the last time.</summary>
    /// <returns>Whether it is to be asked again.</returns>
    public bool Sweep()
    {
        lock (this)
        {
            if (!_isWanted) Rest();
            _isWanted = false;
            return _isSwept = _form is AwakeUser;
        }
    }

    // What is held at this moment, if that is known.
    private bool TryHold(string organization, out HeldAccess? held)
    {
        while (true)
        {
            var wakings = Volatile.Read(ref _wakings);
            switch (Volatile.Read(ref _form))
            {
                case Resting content:
                    held = content.Find(organization, Volatile.Read(ref _version));
                    if (Volatile.Read(ref _wakings) == wakings) return true;
                    break;
                case AwakeUser actor when actor.TryRead(out var state):
                    held = HeldAccess.Of(state, organization);
                    return true;
                default:
                    held = null;
                    return false;
            }
        }
    }

    private ValueTask<HeldAccess?> Hold(string organization, CancellationToken cancellationToken) =>
        TryHold(organization, out var held) ? new(held) : HoldAwake(organization, cancellationToken);

    private async ValueTask<HeldAccess?> HoldAwake(string organization, CancellationToken cancellationToken)
    {
        using var use = Use(forCheck: true);
        return (await use.Actor.ReadMemberships([organization], cancellationToken)) is [{ } membership] ? HeldAccess.Of(membership) : null;
    }

    private async ValueTask<Result<Decision>> CheckAwake(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        using var use = Use(forCheck: true);
        return await use.Actor.Check(caller, organization, action, project, cancellationToken);
    }

    private Usage Use(bool forCheck = false)
    {
        AwakeUser actor;
        var isNew = false;
        lock (this)
        {
            if (_form is AwakeUser awake)
            {
                actor = awake;
            }
            else
            {
                Volatile.Write(ref _wakings, _wakings + 1);
                actor = grid.Wake(id);
                Volatile.Write(ref _form, actor);
            }
            _users++;
            if (!forCheck)
            {
                _isWanted = true;
                isNew = !_isSwept;
                _isSwept = true;
            }
        }
        if (isNew) grid.SweepLater(this);
        return new Usage(this, actor);
    }

    private void EndUse()
    {
        lock (this)
        {
            _users--;
            if (!_isSwept) Rest();
        }
    }

    // The caller holds the lock. After a write of which nobody knows whether it happened nothing is held, and nothing is known.
    private void Rest()
    {
        if (_users > 0 || _form is not AwakeUser actor) return;
        object? form = null;
        if (actor.TryRead(out var state))
        {
            if (grid.Resting.Of(state) is not var (content, version)) return;
            Volatile.Write(ref _version, version);
            form = content;
        }
        Volatile.Write(ref _form, form);
    }

    /// <summary>Keeps the actor awake until it is disposed.</summary>
    private readonly struct Usage(EmbeddedUser user, AwakeUser actor) : IDisposable
    {
        public AwakeUser Actor => actor;

        public void Dispose() => user.EndUse();
    }
}
