using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac service-account</c>: members that are programs.</summary>
internal static class ServiceAccountCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "service-account",
        "Service accounts of an organization: what its API keys hold ('rbac key create' makes them)",
        new ServiceAccountListCommand(cli),
        new ShowCommand(cli, "Show a service account and what it is assigned", Account(), Path),
        new ServiceAccountUpdateCommand(cli),
        new DeleteCommand(
            cli,
            "delete",
            "Remove a service account with all its keys",
            Account(),
            Path,
            (organization, account) => $"Removed {account} from {organization}, with all its keys."));

    /// <summary>An account.</summary>
    public static Argument<string> Account() => new("ACCOUNT") { Description = "The service account's id (svc:...)" };

    /// <summary>The path of an account.</summary>
    public static ApiPath Path(string organization, string account) => ApiPath.OfOrganization(organization, "service_accounts", account);
}
