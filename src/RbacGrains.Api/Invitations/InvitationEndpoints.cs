using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The invitations of an organization, as those see them who send them.</summary>
internal static class InvitationEndpoints
{
    private const string Tag = "Invitations";
    private const string All = "/v1/organizations/{org}/invitations";
    private const string One = "/v1/organizations/{org}/invitations/{invitation}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Post(All, Invite).Describe(Tag, "Invite", "Invite somebody by e-mail address. The token is shown only here.")
            .Takes<InviteBody>().Answers<InvitationJson>(201).Refuses(404, 409, 412);
        api.Get(All, List).Describe(Tag, "ListInvitations", "List the invitations, in the order in which they were made.")
            .Paged().TakesQuery("status", "Invitations that are pending, accepted, declined, revoked or expired.")
            .TakesQuery("email", "Invitations of this e-mail address.")
            .TakesQuery("search", "Invitations with this in their e-mail address.").Answers<ListJson<InvitationJson>>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetInvitation", "Read an invitation.").Answers<InvitationJson>().Refuses(404);
        api.Post(One + "/resend", Resend).Describe(Tag, "ResendInvitation", "Give an invitation a new token and expiry.")
            .Answers<InvitationJson>().Refuses(404, 409, 412);
        api.Post(One + "/revoke", Revoke).Describe(Tag, "RevokeInvitation", "End an invitation.")
            .Answers<InvitationJson>().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> Invite(ApiRequest request)
    {
        var (organization, change) = (request.Organization, request.Change);
        var body = await request.Read(ApiJson.Context.InviteBody);
        var command = new InviteMember
        {
            Email = body.Email,
            Role = body.Role,
            Preset = body.Preset,
            Grants = GrantsJson.Read(body.Grants, "/grants"),
            ExpiresIn = body.ExpiresIn,
        };
        return Answer(await organization.Invite(change, command, request.Cancelled), 201);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var filter = new InvitationFilter(QueryValues.Word<InvitationStatus>(request.Context, "status"), request.Query("email"), request.Query("search"));
        var invitations = await request.Organization.ListInvitations(request.Caller, filter, request.Page, request.Cancelled);
        return Answers.Json(
            invitations, page => ListJson<InvitationJson>.Of(page, InvitationJson.Of), ApiJson.Context.ListJsonInvitationJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request) =>
        Answer(await request.Organization.GetInvitation(request.Caller, request.InvitationId, request.Cancelled));

    private static async ValueTask<IResult> Resend(ApiRequest request)
    {
        var (organization, invitation, change) = (request.Organization, request.InvitationId, request.Change);
        await request.ReadNothing();
        return Answer(await organization.ResendInvitation(change, invitation, request.Cancelled), 200);
    }

    private static async ValueTask<IResult> Revoke(ApiRequest request)
    {
        var (organization, invitation, change) = (request.Organization, request.InvitationId, request.Change);
        await request.ReadNothing();
        return Answer(await organization.RevokeInvitation(change, invitation, request.Cancelled));
    }

    private static IResult Answer(Result<IssuedInvitation> issued, int status) => issued.Succeeded
        ? Answer(InvitationJson.Of(issued.Value), status)
        : Answers.Refused(issued.Error);

    private static IResult Answer(Result<InvitationView> invitation) => invitation.Succeeded
        ? Answer(InvitationJson.Of(invitation.Value), 200)
        : Answers.Refused(invitation.Error);

    private static IResult Answer(InvitationJson invitation, int status) =>
        Answers.Resource(invitation, ApiJson.Context.InvitationJson, invitation.Version, status);
}
