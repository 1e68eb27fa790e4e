namespace RbacGrains.Core;

/// <summary>Asks a listed actor for its summary.</summary>
internal static class Summarizer
{
    /// <summary>The summary of what is listed on a page; null when it is not, or no longer, to be listed there.</summary>
    public static async ValueTask<DirectorySummary?> Summarize(
        string pageKey, string id, ActorServices services, CancellationToken cancellationToken)
    {
        var (kind, organization, incarnation) = DirectoryName.Parse(pageKey);
        return kind switch
        {
            "members" => (await services.Actors.User(id).ReadMembership(organization!, incarnation, cancellationToken))?.Summary(),
            "invitations" => (await services.Actors.Invitation(id).Read(cancellationToken))?.Summary(),
            _ => await services.Actors.Organization(id).Exists(cancellationToken) ? DirectorySummary.Plain : null,
        };
    }
}
