namespace RbacGrains.Client;

/// <summary>What one user holds in one organization, as it is held here.</summary>
internal sealed class HeldAccess(uint hash, string user, HeldOrganization organization, long incarnation, Access? access)
{
    private volatile bool _isDropped;

    /// <summary>The hash of user and organization.</summary>
    public uint Hash { get; } = hash;

    /// <summary>The user.</summary>
    public string User { get; } = user;

    /// <summary>Where.</summary>
    public HeldOrganization Organization { get; } = organization;

    /// <summary>The next one whose hash begins alike; readers may come by while it changes.</summary>
    public HeldAccess? Next { get; set; }

    /// <summary>The next one of the same user.</summary>
    public HeldAccess? NextOfUser { get; set; }

    /// <summary>Its place among all that are held.</summary>
    public int Place { get; set; }

    /// <summary>Whether it was asked for since it was last looked at for eviction.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Answers from it no more.</summary>
    public void Drop() => _isDropped = true;

    /// <summary>What it is judged by and what is held under it; false where either is no longer held.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="held">What the user holds under it; null for somebody who is no member.</param>
    public bool TryGet(out HeldPolicy policy, out Access? held)
    {
        policy = Organization.Policy!;
        if (policy is null || _isDropped)
        {
            held = null;
            return false;
        }
        // A membership of an organization that had the same id before is void.
        held = incarnation == policy.Incarnation ? access : null;
        return true;
    }
}
