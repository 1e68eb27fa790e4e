namespace RbacGrains.Core;

/// <summary>A client process as its session tells it what to drop.</summary>
public interface ILeaseHolder
{
    /// <summary>Whether it is within the server's own process and ends with it: nobody who comes later need wait for its lease.</summary>
    bool IsInProcess => false;

    /// <summary>
    /// Drops a record and whatever is being asked for of it. Called in the order of the numbers, one at a time; it must neither wait nor
    /// call the session.
    /// </summary>
    /// <returns>Whether it is dropped already; otherwise it is acknowledged with a renewal.</returns>
    bool Drop(LeaseDrop drop);
}

/// <summary>A record that a client must no longer answer from.</summary>
/// <param name="Number">Counts the drops of a session, from 1. Acknowledging one acknowledges all before it.</param>
/// <param name="Kind">Of what kind the record is.</param>
/// <param name="Id">The user's or the organization's id.</param>
public readonly record struct LeaseDrop(long Number, LeaseKind Kind, string Id);

/// <summary>What can be held under a lease.</summary>
public enum LeaseKind
{
    /// <summary>What a user holds, in every organization; that they are no member included.</summary>
    User,

    /// <summary>What an organization's members are judged by; that it does not exist included.</summary>
    Organization,
}
