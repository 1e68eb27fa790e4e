using System.Diagnostics.CodeAnalysis;

namespace RbacGrains.Api;

/// <summary>A merge patch of an organization's settings.</summary>
internal sealed record SettingsPatchBody
{
    /// <summary>For how many days an invitation can be accepted when it does not say.</summary>
    public int? InvitationDays { get; init; }

    /// <summary>The only domains whose addresses may be invited; empty admits all.</summary>
    [DisallowNull]
    public string[]? EmailDomains { get; init; }
}
