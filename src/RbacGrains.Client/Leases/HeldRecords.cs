using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace RbacGrains.Client;

/// <summary>
/// All that is held under one lease. Readers take no lock and allocate nothing; whoever changes something holds the session's lock. A reader
/// that comes by while something is unlinked may miss what is there, and then asks again: it never finds what was dropped.
/// </summary>
internal sealed class HeldRecords
{
    private readonly int _most;
    private readonly HeldAccess?[] _buckets;
    private readonly ulong _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private readonly List<HeldAccess> _all = [];
    private readonly Dictionary<string, HeldAccess> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldOrganization> _organizations = new(StringComparer.Ordinal);
    private readonly SharedParts _shared = new();
    private long _until = long.MinValue;
    private int _hand;

    /// <summary>Makes room for that many accesses.</summary>
    public HeldRecords(int most)
    {
        _most = most;
        _buckets = new HeldAccess?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)most)];
    }

    /// <summary>How many accesses are held.</summary>
    public int Count => _all.Count;

    /// <summary>The moment from which nothing is answered from this, on the client's clock.</summary>
    public long Until
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _until);
        set => Volatile.Write(ref _until, value);
    }

    /// <summary>Finds what a user holds in an organization; null when it is not held here.</summary>
    public HeldAccess? Find(string user, string organization)
    {
        var hash = IdHash.Of(user, organization, _seed);
        var held = Volatile.Read(ref _buckets[hash & (uint)(_buckets.Length - 1)]);
        for (; held is not null; held = held.Next)
        {
            if (held.Hash != hash || held.User != user || held.Organization.Id != organization) continue;
            if (!held.IsUsed) held.IsUsed = true;
            return held;
        }
        return null;
    }

    /// <summary>Whether an organization's policy is held.</summary>
    public bool HoldsPolicy(string organization) => _organizations.TryGetValue(organization, out var held) && held.Policy is not null;

    /// <summary>Whether anything is held of a user.</summary>
    public bool HoldsUser(string user) => _byUser.ContainsKey(user);

    /// <summary>Whether anything is held in an organization.</summary>
    public bool HoldsOrganization(string organization) => _organizations.ContainsKey(organization);

    /// <summary>Holds a policy.</summary>
    public void Put(string organization, HeldPolicy policy) => Organization(organization).Policy = policy;

    /// <summary>Holds an access, and gives up another one where there is no room.</summary>
    public void Put(LeasedAccess access, Released released)
    {
        // Counted first, so that making room for it does not take its organization away.
        var organization = Organization(access.Organization);
        organization.Members++;
        if (Find(access.User, access.Organization) is { } present) Remove(present, released);
        if (_all.Count >= _most) Remove(Unused(), released);
        var hash = IdHash.Of(access.User, access.Organization, _seed);
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        var held = new HeldAccess(hash, access.User, organization, access.Incarnation, _shared.Share(access.Access))
        {
            Next = bucket,
            NextOfUser = _byUser.GetValueOrDefault(access.User),
            Place = _all.Count,
        };
        _all.Add(held);
        _byUser[access.User] = held;
        Volatile.Write(ref bucket, held);
    }

    /// <summary>Drops a user or a policy.</summary>
    public void Drop(LeaseKind kind, string id, Released released)
    {
        if (kind == LeaseKind.Organization)
        {
            if (!_organizations.TryGetValue(id, out var organization)) return;
            organization.Policy = null;
            if (organization.Members == 0) _organizations.Remove(id);
            return;
        }
        while (_byUser.TryGetValue(id, out var held)) Remove(held, released);
    }

    private HeldOrganization Organization(string id)
    {
        if (!_organizations.TryGetValue(id, out var organization)) _organizations.Add(id, organization = new HeldOrganization(id, this));
        return organization;
    }

    // Second chance (the "clock" of Corbató, 1968): what was asked for since the hand came by last is passed over once.
    private HeldAccess Unused()
    {
        while (true)
        {
            if (_hand >= _all.Count) _hand = 0;
            var held = _all[_hand++];
            if (!held.IsUsed) return held;
            held.IsUsed = false;
        }
    }

    private void Remove(HeldAccess held, Released released)
    {
        held.Drop();
        Unlink(held);
        UnlinkOfUser(held);
        var last = _all[^1];
        (_all[held.Place], last.Place) = (last, held.Place);
        _all.RemoveAt(_all.Count - 1);
        var organization = held.Organization;
        if (!HoldsUser(held.User)) released.Users.Add(held.User);
        if (--organization.Members > 0) return;
        _organizations.Remove(organization.Id);
        released.Organizations.Add(organization.Id);
    }

    private void Unlink(HeldAccess held)
    {
        ref var bucket = ref _buckets[held.Hash & (uint)(_buckets.Length - 1)];
        if (ReferenceEquals(bucket, held))
        {
            Volatile.Write(ref bucket, held.Next);
            return;
        }
        var before = bucket!;
        while (!ReferenceEquals(before.Next, held)) before = before.Next!;
        before.Next = held.Next;
    }

    private void UnlinkOfUser(HeldAccess held)
    {
        var first = _byUser[held.User];
        if (!ReferenceEquals(first, held))
        {
            while (!ReferenceEquals(first.NextOfUser, held)) first = first.NextOfUser!;
            first.NextOfUser = held.NextOfUser;
        }
        else if (held.NextOfUser is { } next) _byUser[held.User] = next;
        else _byUser.Remove(held.User);
    }
}

/// <summary>What was given up for want of room, until the service is told.</summary>
internal sealed class Released
{
    /// <summary>Users of whom nothing was held any more.</summary>
    public HashSet<string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Organizations in which nothing was held any more.</summary>
    public HashSet<string> Organizations { get; } = new(StringComparer.Ordinal);
}
