using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <summary>A user over HTTP.</summary>
internal sealed partial class HttpUser(string id, HttpCalls calls) : IUser
{
    private const int MostChecks = 10_000;

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => calls.Read(
            Ask("check", caller, organization, CheckBodies.Of(id, new CheckRequest(organization, action, project))),
            HttpJson.Default.DecisionAnswer,
            decision => decision.ToDecision(),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken)
    {
        if (!HttpCallRules.Exists(caller))
            return [.. checks.Select(check => (Result<Decision>)Errors.OrganizationNotFound(check.Organization))];
        var results = ImmutableArray.CreateBuilder<Result<Decision>>(checks.Length);
        for (var from = 0; from < checks.Length; from += MostChecks)
        {
            var asked = checks.AsMemory()[from..Math.Min(from + MostChecks, checks.Length)];
            results.AddRange(await CheckBatch(caller, asked, cancellationToken));
        }
        return results.MoveToImmutable();
    }

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => calls.Read(
            Ask("explain", caller, organization, CheckBodies.Of(id, new CheckRequest(organization, action, project))),
            HttpJson.Default.ExplanationAnswer,
            explanation => explanation.ToExplanation(),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Result<ProjectSet>> ListProjects(
        Caller caller, string organization, string action, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(organization)) return Errors.InvalidId("an organization", organization);
        if (!Identifier.IsValid(id)) return Errors.InvalidId("a user", id);
        var path = Paths.With(Paths.Of("organizations", organization, "members", id, "projects"), ("action", action));
        return await calls.Read(HttpCall.Get(path, caller, organization), HttpJson.Default.ProjectsAnswer, projects => projects.ToSet(), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: over HTTP a key is presented, and nobody but the service learns whose it is.</exception>
    public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(string key, ImmutableArray<byte> digest, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Over HTTP a key is told from others by presenting it, not by its digest.");

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The service did not answer, or not this.</exception>
    public async ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(id)) return [];
        var organizations = ImmutableArray.CreateBuilder<string>();
        var tenants = new HttpTenants(calls);
        for (var page = new PageRequest(PageRequest.MaxSize); ;)
        {
            var listed = await tenants.List(new Caller(id), page, cancellationToken);
            if (!listed.Succeeded) throw new HttpRequestException($"{listed.Error.Code}: {listed.Error.Message}");
            organizations.AddRange(listed.Value.Items.Select(organization => organization.Id));
            if (listed.Value.NextToken.Length == 0) return organizations.ToImmutable();
            page = page with { Token = listed.Value.NextToken };
        }
    }

    private async ValueTask<List<Result<Decision>>> CheckBatch(
        Caller caller, ReadOnlyMemory<CheckRequest> checks, CancellationToken cancellationToken)
    {
        var results = await Decide(AskMany(caller, CheckBodies.Of(id, checks.Span)), checks.Length, cancellationToken);
        if (caller.Organization is null) return results;
        for (var index = 0; index < checks.Length; index++)
            if (!caller.Sees(checks.Span[index].Organization)) results[index] = Errors.OrganizationNotFound(checks.Span[index].Organization);
        return results;
    }

    private async ValueTask<List<Result<Decision>>> Decide(HttpCall call, int asked, CancellationToken cancellationToken)
    {
        var answered = await calls.Read(call, HttpJson.Default.BatchAnswer, batch => ResultsOf(batch, asked), cancellationToken);
        return answered.Succeeded ? answered.Value : [.. Enumerable.Repeat<Result<Decision>>(answered.Error, asked)];
    }

    private static List<Result<Decision>> ResultsOf(BatchAnswer batch, int asked) => batch.Results.Count == asked
        ? [.. batch.Results.Select(result => result.ToResult())]
        : throw new System.Text.Json.JsonException("There are more or fewer answers than checks.");

    private static HttpCall Ask(string what, Caller caller, string organization, byte[] body) =>
        new(HttpMethod.Post, Paths.Of(what), caller) { Organization = organization, Body = body };

    private static HttpCall AskMany(Caller caller, byte[] body) => new(HttpMethod.Post, Paths.Of("check", "batch"), caller) { Body = body };
}
