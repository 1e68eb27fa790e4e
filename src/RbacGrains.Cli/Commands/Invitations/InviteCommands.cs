using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite</c>: invitations.</summary>
internal static class InviteCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "invite",
        "Invitations to an organization, and the answers to them",
        new InviteCreateCommand(cli),
        new InviteListCommand(cli),
        new ShowCommand(
            cli,
            "Show an invitation",
            PathArguments.Invitation(),
            (organization, invitation) => ApiPath.OfOrganization(organization, "invitations", invitation)),
        new InviteChangeCommand(cli, "resend", "Give an invitation a new token and expiry; the old token is void"),
        new InviteChangeCommand(cli, "revoke", "End an invitation"),
        new InviteOfferCommand(cli),
        new InviteAnswerCommand(cli, "accept", "Become a member with what an invitation promises"),
        new InviteAnswerCommand(cli, "decline", "End an invitation without a membership"));

    /// <summary>Prints an invitation, and says of a token that it is not shown again.</summary>
    public static int Print(Invocation invocation, ServerAnswer answer)
    {
        if (!invocation.WantsJson && answer.Json.ContainsKey("token"))
            invocation.Printer.Note("The token is shown only now. Whoever has it can answer the invitation.");
        return invocation.Print(answer);
    }
}
