using System.Collections.Immutable;
using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>A user in this process.</summary>
/// <param name="id">The user.</param>
/// <param name="state">What is stored of them.</param>
/// <param name="services">What every actor is given.</param>
/// <param name="forget">Lets go of an actor; the next who asks for it gets another.</param>
internal sealed class EmbeddedUser(string id, IActorState<UserState> state, ActorServices services, Action<string, EmbeddedUser> forget)
    : User(id, state, services)
{
    private readonly string _id = id;
    private readonly IActorState<UserState> _state = state;

    /// <inheritdoc/>
    /// <remarks>
    /// Whoever guesses keys needs none of their own to do so, and must not fill the memory with accounts that never were. Nobody
    /// is about to make an account of an id that was guessed: it has 80 random bits.
    /// </remarks>
    public override async ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken)
    {
        var caller = await base.AuthenticateKey(key, digest, cancellationToken);
        if (!caller.Succeeded && await _state.Read(cancellationToken) is null) forget(_id, this);
        return caller;
    }
}
