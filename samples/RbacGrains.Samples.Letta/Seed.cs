namespace RbacGrains.Samples.Letta;

/// <summary>Makes the organization <c>acme</c> with a user for each role, unless it is there.</summary>
internal sealed class Seed(IServiceProvider services) : IHostedService
{
    public const string Organization = "acme";

    public static readonly IReadOnlyList<string> Roles = ["admin", "editor", "analyst"];

    public static string UserOf(string role) => $"{role}@{Organization}.example";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Hosted services are made before the grid is open.
        var acme = services.GetRequiredService<IGrid>().Organization(Organization);
        if ((await acme.Get(Caller.Service, cancellationToken)).Succeeded) return;
        (await acme.Create(
            ChangeContext.Service, new CreateOrganization("Acme", "letta", "free", UserOf("admin")), cancellationToken)).Require();
        foreach (var role in Roles)
            (await acme.PutMember(
                ChangeContext.Service, UserOf(role), new MemberAssignment { Role = role }, cancellationToken)).Require();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
