using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>Who is asked about in batches: fifty users, each a member of five organizations of the model <c>letta</c>.</summary>
internal static class BatchWorld
{
    /// <summary>How many checks a batch has.</summary>
    public const int Checks = 1000;

    private const int Organizations = 5;
    private const int Users = 50;

    private static readonly string[] Roles = ["editor", "analyst", "admin"];

    /// <summary>Makes them.</summary>
    public static async Task Fill(IGrid grid)
    {
        for (var place = 0; place < Organizations; place++)
        {
            var organization = grid.Organization(Organization(place));
            (await organization.Create(
                ChangeContext.Service, new CreateOrganization("Batch", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
            for (var user = 0; user < Users; user++)
                (await organization.PutMember(
                    ChangeContext.Service, User(user), new MemberAssignment { Role = Roles[user % Roles.Length] }, CancellationToken.None)).Require();
        }
    }

    /// <summary>The bodies of a thousand single checks of all of them: every user, everywhere, each time something else.</summary>
    public static string[] OfMany() => [.. Enumerable.Range(0, Checks).Select(number => Check(number % Users, number / Users))];

    /// <summary>The bodies of a thousand single checks of one user in one organization.</summary>
    public static string[] OfOne() => [.. Enumerable.Range(0, Checks).Select(number => Check(0, number * Organizations))];

    /// <summary>Checks as one batch.</summary>
    public static string Batch(IEnumerable<string> checks) =>
        new StringBuilder("""{"checks":[""").AppendJoin(',', checks).Append("]}").ToString();

    private static string Check(int user, int turn)
    {
        var actions = Letta.Actions.Names;
        return $$"""{"organization":"{{Organization(turn % Organizations)}}","user":"{{User(user)}}","action":"{{actions[(user + turn) % actions.Length]}}"}""";
    }

    private static string Organization(int place) => $"company-{place}";

    private static string User(int number) => $"member-{number:D3}";

    private static AuthorizationModel Letta { get; } = ShippedModels.Load().Find("letta")!;
}
