using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Asks a listed actor for its summary.</summary>
internal static class Summarizer
{
    /// <summary>The summary of what is listed on a page; null when it is not, or no longer, to be listed there.</summary>
    public static async ValueTask<DirectorySummary?> Summarize(
        string pageKey, string id, ActorServices services, CancellationToken cancellationToken)
    {
        var (kind, organization, incarnation, type, page) = DirectoryName.Parse(pageKey);
        switch (kind)
        {
            case "members" or "service_accounts":
                var membership = await services.Actors.User(id).ReadMembership(organization!, incarnation, cancellationToken);
                return membership?.Page == page ? membership.Summary() : null;
            case "invitations":
                var invitation = await services.Actors.Invitation(id).Read(cancellationToken);
                return invitation?.Page == page ? invitation.Summary() : null;
            case "resources":
                var entry = await services.Actors.CatalogEntry(CatalogKey.Of(organization!, new ResourceReference(type!, id))).Read(cancellationToken);
                return entry?.IsIn(incarnation) is true && entry.Page == page ? DirectorySummary.Plain : null;
            case "groups":
                var group = await services.Actors.Group(GroupKey.Of(organization!, id)).Read(cancellationToken);
                return group?.IsListedIn(incarnation) is true && group.Page == page ? DirectorySummary.Plain : null;
            case "group_members":
                var grouped = await services.Actors.User(id).ReadMembership(organization!, incarnation, cancellationToken);
                return grouped is not null && grouped.GroupPages.TryGetValue(type!, out var place) && place == page ? DirectorySummary.Plain : null;
            default:
                return await services.Actors.Organization(id).ReadPlace(cancellationToken) == page ? DirectorySummary.Plain : null;
        }
    }
}
