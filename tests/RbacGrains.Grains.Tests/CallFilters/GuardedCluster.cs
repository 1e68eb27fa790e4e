using Microsoft.Extensions.DependencyInjection;
using RbacGrains.Client;

namespace RbacGrains.Grains.Tests.CallFilters;

/// <summary>A cluster with guarded grains, and a client whose acting user is the flow's own.</summary>
public sealed class GuardedCluster : IAsyncLifetime, IActingUserSource, ILedgerOwners
{
    /// <summary>The organization for which no answer can be had.</summary>
    public const string Unreachable = "unreachable";

    private readonly AsyncLocal<ActingAs?> _signedIn = new();
    private GridCluster? _cluster;

    public static Guid Ledger { get; } = new("11111111-1111-1111-1111-111111111111");

    public ActingAs? Current => _signedIn.Value;

    internal GridCluster Cluster => _cluster!;

    public IGrainFactory Grains => Cluster.Silos.Client;

    public string? OwnerOf(Guid ledger) => ledger == Ledger ? "acme" : null;

    /// <summary>Makes a call as a signed-in user.</summary>
    public async Task<string?> As(string? user, Func<IGrainFactory, Task<string?>> call)
    {
        _signedIn.Value = user is null ? null : new ActingAs(user);
        return await call(Grains);
    }

    public async Task InitializeAsync()
    {
        _cluster = await GridCluster.Start(
            onSilo: silo =>
            {
                silo.Services.AddSingleton<ILedgerOwners>(this);
                silo.Services.AddSingleton<IPermissions>(provider =>
                    new Partly(new GridPermissions(provider.GetRequiredService<IGrid>())));
                silo.AddRbacCallFilters();
            },
            onClient: client =>
            {
                client.Services.AddSingleton<IActingUserSource>(this);
                client.AddRbacCallFilters();
            });
        await Create("acme", ContractModels.Workshop, [("alice", "manager"), ("bob", "guest"), ("paul", "partner")]);
        await Create("other", ContractModels.Workshop, [("olga", "manager")]);
        await Create("letters", "letta", [("lena", "analyst")]);
        (await _cluster.Grid.Organization("acme").PutMember(
            ChangeContext.Service,
            "petra",
            new MemberAssignment { Role = "writer", Projects = [new ProjectAssignment { Project = "q", Role = "guest" }] },
            default)).Require();
    }

    public Task DisposeAsync() => Cluster.DisposeAsync().AsTask();

    private async Task Create(string organization, string model, (string User, string Role)[] members)
    {
        var created = Cluster.Grid.Organization(organization);
        (await created.Create(ChangeContext.Service, new CreateOrganization(organization, model, "enterprise", "owner"), default)).Require();
        foreach (var (user, role) in members)
            (await created.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = role }, default)).Require();
    }

    // Answers at once where it can, like one that holds leases.
    private sealed class Partly(IPermissions inner) : IPermissions
    {
        public async ValueTask<bool> Allows(string user, string organization, string action, string? project, CancellationToken cancellationToken) =>
            organization != Unreachable && await inner.Allows(user, organization, action, project, cancellationToken);

        public async ValueTask<Result<Decision>> Check(
            string user, string organization, string action, string? project, CancellationToken cancellationToken) =>
            organization == Unreachable
                ? new Error(ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "Gone.")
                : await inner.Check(user, organization, action, project, cancellationToken);
    }
}
