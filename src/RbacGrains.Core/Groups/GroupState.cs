using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The durable part of a group. Its members are no part of it: what it gives is copied into each member's own record.</summary>
public sealed record GroupState
{
    /// <summary>The life of the organization that it belongs to; in another one it is void.</summary>
    public required long Incarnation { get; init; }

    /// <summary>Its name as people write it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The role that its members hold through it; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>What its members are granted beside that role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>Counts its changes, from 1, across removals and lives.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The page of the organization's directory on which it is listed.</summary>
    public int Page { get; init; }

    /// <summary>How many pages its members fill.</summary>
    public int MemberPages { get; init; }

    /// <summary>Whether it was deleted; what remains keeps its versions from being used again.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether some members may still hold what it gave before: a change, or its end, is being carried to them.</summary>
    public bool IsBeingCarried { get; init; }

    /// <summary>Whether it means anything in a life of its organization.</summary>
    public bool IsIn(long incarnation) => !Removed && Incarnation == incarnation;

    /// <summary>Whether it is listed in a life of its organization: until its end has reached every member.</summary>
    public bool IsListedIn(long incarnation) => Incarnation == incarnation && (!Removed || IsBeingCarried);

    /// <summary>What each of its members is to hold; null once it is deleted.</summary>
    public GroupGrants? Gives(string group) => Removed ? null : new GroupGrants(group, Version, Role, Grants);
}
