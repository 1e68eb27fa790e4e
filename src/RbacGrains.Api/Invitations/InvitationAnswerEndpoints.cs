using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Invitations as the invited meet them: whoever has the token may answer.</summary>
internal static class InvitationAnswerEndpoints
{
    private const string Tag = "Invitations";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Ask("/v1/invitations/show", Show)
            .Describe(Tag, "ShowInvitation", "What an invitation offers to whoever has its token, also when it can no longer be answered.")
            .Takes<ShowInvitationBody>().Answers<InvitationOfferJson>().Refuses(404);
        api.Redeem("/v1/invitations/accept", Accept)
            .Describe(Tag, "AcceptInvitation", "Become a member with what the invitation promises. Accepting twice is one membership.")
            .Takes<AnswerInvitationBody>().Answers<MemberJson>().Refuses(404, 409);
        api.Redeem("/v1/invitations/decline", Decline).Describe(Tag, "DeclineInvitation", "End the invitation without a membership.")
            .Takes<AnswerInvitationBody>().Answers<InvitationJson>().Refuses(404, 409);
    }

    private static async ValueTask<IResult> Show(ApiRequest request)
    {
        var body = await request.Read(ApiJson.Context.ShowInvitationBody);
        if (await Find(request, body.Token) is not { } invitation) return Answers.Refused(Errors.InvitationTokenInvalid());
        return Answers.Json(await invitation.Show(body.Token, request.Cancelled), InvitationOfferJson.Of, ApiJson.Context.InvitationOfferJson);
    }

    private static async ValueTask<IResult> Accept(ApiRequest request)
    {
        var body = await Read(request);
        if (await Find(request, body.Token) is not { } invitation) return Answers.Refused(Errors.InvitationTokenInvalid());
        var member = await invitation.Accept(body.Token, body.User, body.Email, request.Cancelled);
        return member.Succeeded
            ? Answers.Resource(MemberJson.Of(member.Value), ApiJson.Context.MemberJson, member.Value.Access.Version)
            : Answers.Refused(member.Error);
    }

    private static async ValueTask<IResult> Decline(ApiRequest request)
    {
        var body = await Read(request);
        if (await Find(request, body.Token) is not { } invitation) return Answers.Refused(Errors.InvitationTokenInvalid());
        var declined = await invitation.Decline(body.Token, body.User, body.Email, request.Cancelled);
        return Answers.Json(declined, InvitationJson.Of, ApiJson.Context.InvitationJson);
    }

    private static async ValueTask<AnswerInvitationBody> Read(ApiRequest request)
    {
        var body = await request.Read(ApiJson.Context.AnswerInvitationBody);
        if (!Identifier.IsValid(body.User)) throw new RequestException(Errors.InvalidId("a user", body.User).At("/user").ToProblem());
        if (request.Caller.User is { } actor && !string.Equals(actor, body.User, StringComparison.Ordinal))
            throw new RequestException(new Problem(403, ErrorCodes.PermissionDenied,
                $"A call on behalf of '{actor}' can answer invitations for nobody else.", "/user"));
        // A program vouches for the address; a person's own word for it is worth nothing.
        if (request.Context.Features.Get<SignedIn>() is { } session && !string.Equals(session.Email, body.Email, StringComparison.OrdinalIgnoreCase))
            throw new RequestException(new Problem(403, ProblemCodes.EmailNotProved,
                "Signing in has not proved this e-mail address. Sign in with the address to which the invitation was sent.", "/email"));
        return body;
    }

    // Whoever is bound to an organization sees no other one's invitations, whatever tokens they have.
    private static async ValueTask<IInvitation?> Find(ApiRequest request, string token)
    {
        var id = token[..Math.Max(token.LastIndexOf('.'), 0)];
        if (!Identifier.IsValid(id)) return null;
        if (request.Caller.Organization is { } bound
            && !(await request.Grid.Organization(bound).GetInvitation(Caller.Service, id, request.Cancelled)).Succeeded) return null;
        return request.Grid.Invitation(id);
    }
}
