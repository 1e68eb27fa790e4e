using Microsoft.Extensions.Options;

namespace RbacGrains.Client;

/// <summary>Resolves from the sources of the options.</summary>
internal sealed class SourceScopeResolver(IOptions<RbacAuthorizationOptions> options) : IScopeResolver
{
    private readonly RbacAuthorizationOptions _options = options.Value;

    /// <inheritdoc/>
    public ValueTask<Result<RequestScope>> Resolve(RequestFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new(Resolve(facts));
    }

    private Result<RequestScope> Resolve(RequestFacts facts)
    {
        var user = IdReading.From("a user", _options.User, facts);
        if (user.Error is not null) return user.Error;
        if (user.IsMissing) return Missing(DenialCodes.UserRequired, "the identity that is signed in names no user", _options.User);

        var (organization, project) = facts.Named is { } named
            ? (IdReading.From("an organization", [new Given(named.Organization)], facts), ProjectOf(named, facts))
            : (IdReading.From("an organization", _options.Organization, facts), IdReading.From("a project", _options.Project, facts));
        if (organization.Error is not null) return organization.Error;
        if (organization.IsMissing) return Missing(DenialCodes.OrganizationRequired, "the request names no organization", _options.Organization);
        return project.Error is { } wrong ? wrong : new RequestScope(user.Id, organization.Id, project.Id);
    }

    private static IdReading ProjectOf(OrganizationScope named, RequestFacts facts) =>
        named.Project is null ? default : IdReading.From("a project", [new Given(named.Project)], facts);

    private static Error Missing(string code, string what, IEnumerable<IdSource> sources) => new(
        ErrorKind.Denied, code, $"Nothing is allowed here, because {what}. It is looked for in: {string.Join(", ", sources)}.");

    private sealed class Given(string id) : IdSource
    {
        public override string Name => "scope that was asked for";

        public override IEnumerable<string?> Read(RequestFacts facts) => [id];
    }
}
