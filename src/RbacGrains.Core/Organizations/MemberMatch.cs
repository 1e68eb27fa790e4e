using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Whether what a member is listed under is wanted, at one moment.</summary>
internal readonly struct MemberMatch(MemberFilter filter, DateTimeOffset now)
{
    /// <summary>What is wrong with a filter; null when nothing is.</summary>
    public static Error? Check(MemberFilter filter, Policy policy)
    {
        if (filter.Role is { } role && policy.FindRole(role) is null)
            return Errors.Unknown(ErrorCodes.UnknownRole, "role", role, policy.Roles.Select(known => known.Id));
        if (filter.Group is { } group && !Identifier.IsValid(group)) return Errors.InvalidId("a group", group);
        return filter.Search is { Length: 0 or > MemberFilter.MaxSearch }
            ? Errors.InvalidValue($"What is searched for has 1 to {MemberFilter.MaxSearch} characters.")
            : null;
    }

    /// <summary>Whether a member is wanted.</summary>
    public bool Is(string user, DirectorySummary summary) =>
        (filter.Role is null || summary.Roles.FirstOrDefault() == filter.Role)
        && (filter.Email is null || string.Equals(filter.Email, summary.Email, StringComparison.OrdinalIgnoreCase))
        && (filter.Group is null || summary.Groups.Contains(filter.Group))
        && (filter.Status is null || MemberViews.StatusOf(summary.Suspended, summary.ExpiresAt, now) == filter.Status)
        && (filter.Search is null || Has(user, filter.Search) || (summary.Email is { } email && Has(email, filter.Search)));

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
