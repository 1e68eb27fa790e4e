using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a client can ask of its session, and what is said to one that asks for anything else.</summary>
internal static class LeaseRules
{
    /// <summary>The session is no more.</summary>
    public static Error Ended { get; } = new(
        ErrorKind.NotFound,
        ErrorCodes.LeaseEnded,
        "There is no such session of leases, or its lease has run out. Open another one; nothing that was held under this one counts.");

    /// <summary>No lease can be granted at this moment.</summary>
    public static Error NoneNow { get; } = new(
        ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "No lease can be granted at this moment: the service is cut off from its cluster.");

    /// <summary>A bound is reached.</summary>
    public static Error Exhausted(string what) =>
        new(ErrorKind.Unavailable, ErrorCodes.LeasesExhausted, $"{what} Ask for each decision instead, or try again later.");

    /// <summary>A drop that was never sent cannot have been carried out.</summary>
    public static Error NotSent(long acknowledged, long sent) => Errors.InvalidValue(
        $"Drop {acknowledged} cannot be acknowledged: the last one that was sent is {sent}.", "/acknowledged");

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static Error? Check(LeaseRequest request)
    {
        if (request.Sequence < 1) return Errors.InvalidValue("The sequence counts requests from 1.", "/sequence");
        if (request.Accesses.Length + request.Policies.Length is var items && items > LeaseOptions.MostItems)
            return Errors.InvalidValue(
                $"There are {items} items, and at most {LeaseOptions.MostItems} fit. Send them in several requests.", "/accesses");
        for (var index = 0; index < request.Accesses.Length; index++)
        {
            var (user, organization) = request.Accesses[index];
            if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user).At($"/accesses/{index}/user");
            if (!Identifier.IsValid(organization))
                return Errors.InvalidId("an organization", organization).At($"/accesses/{index}/organization");
        }
        for (var index = 0; index < request.Policies.Length; index++)
            if (!Identifier.IsValid(request.Policies[index]))
                return Errors.InvalidId("an organization", request.Policies[index]).At($"/policies/{index}");
        return null;
    }

    /// <summary>What is wrong with a renewal; null when nothing is.</summary>
    public static Error? Check(LeaseRenewal renewal)
    {
        if (renewal.Acknowledged < 0) return Errors.InvalidValue("Drops are counted from 1; 0 acknowledges none.", "/acknowledged");
        return renewal.Released is { } released && released.Users.Length + released.Organizations.Length > LeaseRenewal.MostReleased
            ? Errors.InvalidValue($"At most {LeaseRenewal.MostReleased} ids fit. Release the others with the next renewal.", "/released")
            : null;
    }
}
