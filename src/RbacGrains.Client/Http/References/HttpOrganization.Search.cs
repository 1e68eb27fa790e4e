using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <content>
/// Searches, which over HTTP are those of OpenID AuthZEN. What that protocol has no words for is refused, and never left out: a search
/// without it would be another one.
/// </content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        (SearchMistake(evaluation, page) ?? SearchRules.CheckResource(evaluation)) is { } mistake ? new(mistake) : Search(
            "subject", caller, SearchBodies.Subjects(evaluation, page), found => found.ToPage(user => user.Id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        SearchMistake(evaluation, page) is { } mistake ? new(mistake) : Search(
            "resource", caller, SearchBodies.Resources(user, type, evaluation, page), found => found.ToPage(resource => resource.Id), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken)
    {
        var page = new PageRequest(PageRequest.MaxSize);
        if ((SearchMistake(evaluation, page) ?? SearchRules.CheckAction(evaluation)) is { } mistake) return mistake;
        for (var actions = ImmutableArray.CreateBuilder<string>(); ;)
        {
            var found = await Search(
                "action", caller, SearchBodies.Actions(user, evaluation, page), answer => answer.ToPage(action => action.Name), cancellationToken);
            if (!found.Succeeded) return found.Error;
            actions.AddRange(found.Value.Items);
            if (found.Value.NextToken.Length == 0) return actions.ToImmutable();
            page = page with { Token = found.Value.NextToken };
        }
    }

    private Error? SearchMistake(Evaluation evaluation, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(page);
        return Mistake() ?? SearchRules.Check(evaluation, page);
    }

    private ValueTask<Result<T>> Search<T>(
        string what, Caller caller, byte[] body, Func<SearchAnswer, T> map, CancellationToken cancellationToken) => calls.Read(
            new HttpCall(HttpMethod.Post, Paths.OfSearch(id, what), caller) { Organization = id, Body = body, IsAuthZen = true },
            HttpJson.Default.SearchAnswer,
            map,
            cancellationToken);
}
