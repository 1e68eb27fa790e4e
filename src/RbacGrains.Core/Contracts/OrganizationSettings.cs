using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>What an organization decides for itself.</summary>
public sealed record OrganizationSettings
{
    /// <summary>The settings of a new organization.</summary>
    public static OrganizationSettings Default { get; } = new();

    /// <summary>How long an invitation can be accepted when it does not say, 1 to 365 days.</summary>
    public int InvitationDays { get; init; } = 7;

    /// <summary>The domains of the e-mail addresses that may be invited, at most 100; empty admits every domain.</summary>
    public ImmutableArray<string> EmailDomains { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(OrganizationSettings? other) =>
        other is not null && InvitationDays == other.InvitationDays && EmailDomains.SequenceEqual(other.EmailDomains);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InvitationDays, EmailDomains.Length);
}
