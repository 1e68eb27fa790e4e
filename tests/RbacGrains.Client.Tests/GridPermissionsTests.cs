namespace RbacGrains.Client.Tests;

/// <summary>Asking a grid each time.</summary>
public sealed class GridPermissionsTests
{
    [Fact]
    public async Task What_does_not_exist_is_not_allowed()
    {
        var permissions = new GridPermissions(new NoGrid());

        Assert.False(await permissions.Allows("alice", "acme", "agents:read"));
    }

    private sealed class NoGrid : IGrid
    {
        public ITenants Tenants => throw new NotSupportedException();

        public IOrganization Organization(string id) => throw new NotSupportedException();

        public IUser User(string id) => new Nobody();

        public IInvitation Invitation(string id) => throw new NotSupportedException();
    }

    private sealed class Nobody : IUser
    {
        public ValueTask<Result<Decision>> Check(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
            new(Errors.OrganizationNotFound(organization));

        public ValueTask<System.Collections.Immutable.ImmutableArray<Result<Decision>>> CheckMany(
            Caller caller, System.Collections.Immutable.ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Result<Explanation>> Explain(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Result<ProjectSet>> ListProjects(
            Caller caller, string organization, string action, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
            string key, System.Collections.Immutable.ImmutableArray<byte> digest, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Result<Decision>> Evaluate(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<System.Collections.Immutable.ImmutableArray<Result<Decision>>> EvaluateMany(
            Caller caller,
            string organization,
            System.Collections.Immutable.ImmutableArray<Evaluation> evaluations,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<Result<Explanation>> ExplainEvaluation(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<System.Collections.Immutable.ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
