namespace RbacGrains.Core;

/// <summary>An organization as its members see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as people write it.</param>
/// <param name="Model">The authorization model it lives by.</param>
/// <param name="Plan">The plan it is on.</param>
/// <param name="Owner">The user who was its first admin.</param>
/// <param name="Settings">What it has decided for itself.</param>
/// <param name="CreatedAt">When it was created, in UTC.</param>
/// <param name="PolicyVersion">Counts its changes, from 1.</param>
public sealed record OrganizationView(
    string Id,
    string Name,
    string Model,
    string Plan,
    string Owner,
    OrganizationSettings Settings,
    DateTimeOffset CreatedAt,
    long PolicyVersion);
