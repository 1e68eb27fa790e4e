using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace RbacGrains.AdminConsole;

/// <summary>To whom a change is made: those who were selected, or all members that a filter wants, read page by page.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Session">Who makes the change. They are left out: nobody takes away their own rights in a heap.</param>
/// <param name="Filter">What was looked at.</param>
/// <param name="Selected">Who was selected; null for all that the filter wants.</param>
/// <param name="Count">How many they are; null where nobody has counted.</param>
public sealed record BulkPeople(
    ConsoleOrganization Organization, ConsoleSession Session, UserFilter Filter, ImmutableArray<string>? Selected, int? Count)
{
    private const int PageSize = 200;

    /// <summary>Each of them.</summary>
    /// <exception cref="BulkReadException">The list could not be read to its end.</exception>
    public async IAsyncEnumerable<string> Read([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Selected is { } selected)
        {
            foreach (var user in selected.Where(IsAnother)) yield return user;
            yield break;
        }

        // A place in the list stays that place, also when those before it are removed or no longer match.
        for (var token = ""; ;)
        {
            var page = await Organization.Actor.ListMembers(
                Session.Caller, Filter.ToMembers(), new PageRequest(PageSize, token), cancellationToken);
            if (!page.Succeeded) throw new BulkReadException(page.Error);
            foreach (var member in page.Value.Items)
                if (IsAnother(member.User)) yield return member.User;
            token = page.Value.NextToken;
            if (token.Length == 0) yield break;
        }
    }

    private bool IsAnother(string user) => !string.Equals(user, Session.User, StringComparison.Ordinal);
}

/// <summary>The list of those whom a change is for could not be read to its end.</summary>
public sealed class BulkReadException(Error error) : Exception(error?.Message)
{
    /// <summary>Why.</summary>
    public Error Error { get; } = error!;
}
