using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Finds members by a part of their id or address.</summary>
public static class PersonSearch
{
    private const int Most = 8;

    /// <summary>The members that match; for a text that is an id but no member's, that id, too.</summary>
    public static async ValueTask<IReadOnlyList<FoundPerson>> Find(
        ConsoleOrganization organization, Caller caller, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MemberFilter.MaxSearch) return [];
        var page = await organization.Actor.ListMembers(
            caller, new MemberFilter(Search: text.Length == 0 ? null : text), new PageRequest(Most), cancellationToken);
        var found = page.Succeeded ? page.Value.Items : ImmutableArray<MemberView>.Empty;
        return Identifier.IsValid(text) && !found.Any(member => member.User == text)
            ? [.. found.Select(member => FoundPerson.Of(member, organization)), new FoundPerson(text, text, "not among the members found")]
            : [.. found.Select(member => FoundPerson.Of(member, organization))];
    }
}

/// <summary>Somebody who was found.</summary>
/// <param name="User">Their id.</param>
/// <param name="Name">Their address, or else their id.</param>
/// <param name="Role">The title of their role, or what else is to be said of them.</param>
public sealed record FoundPerson(string User, string Name, string Role)
{
    /// <summary>A member.</summary>
    public static FoundPerson Of(MemberView member, ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(organization);
        return new(member.User, member.Email ?? member.User, organization.TitleOf(member.Access.Role));
    }
}
