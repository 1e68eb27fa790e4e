namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>
/// The users of the organization and their roles. They are the grid's, and changes are made on behalf of whoever asks for them: the grid judges once more, in the same
/// turn as it writes.
/// </summary>
internal static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder group)
    {
        var users = group.MapGroup("users").RequireAction("users:manage");

        users.MapGet("", async (RequestScope scope, string? pageToken, IGrid grid, CancellationToken cancellationToken) =>
            Answers.Of(
                await grid.Organization(scope.Organization).ListMembers(
                    new Caller(scope.User), new MemberFilter(), new PageRequest(Token: pageToken), cancellationToken),
                page => new { Items = page.Items.Select(Shown), page.NextToken }));

        users.MapPut("{user}", async (RequestScope scope, string user, RoleBody body, IGrid grid, CancellationToken cancellationToken) =>
            Answers.Of(
                await grid.Organization(scope.Organization).PutMember(
                    ChangeContext.By(scope.User), user, new MemberAssignment { Role = body.Role }, cancellationToken),
                put => Shown(put.Value)));

        users.MapDelete("{user}", async (RequestScope scope, string user, IGrid grid, CancellationToken cancellationToken) =>
            Answers.Of(
                await grid.Organization(scope.Organization).RemoveMember(ChangeContext.By(scope.User), user, cancellationToken),
                _ => null));
    }

    private static object Shown(MemberView member) => new { member.User, member.Access.Role };

    private sealed record RoleBody(string? Role);
}
