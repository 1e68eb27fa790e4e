using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Asks for an API key: with a service account of its own, or as one more key of an account that is there.</summary>
public sealed record CreateApiKey
{
    /// <summary>What people call it, 1 to 100 characters; the name of the account, too, when one is made.</summary>
    public required string Name { get; init; }

    /// <summary>The account to which the key is added; null to make one. With an account nothing of what it holds can be given.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>The role of the account that is made; null for the model's default one.</summary>
    public string? Role { get; init; }

    /// <summary>A preset whose levels are granted, beneath <see cref="Grants"/>; null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>What is granted beside the role.</summary>
    public Grants Grants { get; init; } = Grants.Empty;

    /// <summary>Ceilings inside projects, at most 1,000.</summary>
    public ImmutableArray<ProjectAssignment> Projects { get; init; } = [];

    /// <summary>How long the key opens anything, 1 minute to 3,650 days; null for as long as it is there.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Whether calls with the key may name the user on whose behalf they are made. Only admins and the service make such keys.</summary>
    public bool ActsForUsers { get; init; }
}

/// <summary>Asks for another secret of an API key.</summary>
public sealed record RotateApiKey
{
    /// <summary>How long the present secret still opens what it opened, at most 7 days; nothing ends it at once.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Another life from now on, 1 minute to 3,650 days; null leaves the key's expiry as it is.</summary>
    public TimeSpan? ExpiresIn { get; init; }
}

/// <summary>Which keys are wanted; what is null matches all.</summary>
/// <param name="Prefix">Keys whose prefix begins like this.</param>
/// <param name="ServiceAccount">Keys of this account.</param>
/// <param name="Status">Keys with this status.</param>
public sealed record ApiKeyFilter(string? Prefix = null, string? ServiceAccount = null, ApiKeyStatus? Status = null);

/// <summary>What of a service account is to change; what is not given stays.</summary>
public sealed record ServiceAccountPatch
{
    /// <summary>Another name, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What it is assigned. An e-mail address it has none.</summary>
    public MemberPatch Access { get; init; } = new();
}

/// <summary>Which service accounts are wanted; what is null matches all.</summary>
/// <param name="Role">Accounts with this role.</param>
/// <param name="Status">Accounts with this status.</param>
public sealed record ServiceAccountFilter(string? Role = null, MemberStatus? Status = null);
