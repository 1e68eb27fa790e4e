namespace RbacGrains.Crash.Tests;

/// <summary>Makes the changes of a load.</summary>
internal sealed class Changes(Ledger ledger, Random random)
{
    private const string All = "/v1/organizations";

    /// <summary>A key for some changes, none for the others.</summary>
    public string? SomeKey() => random.Next(3) == 0 ? $"key-{ledger.NextId()}" : null;

    public Change Create(string organization, string model) => Make(
        organization, organization, ["organization.created"], HttpMethod.Put, $"{All}/{organization}",
        _ => $$"""{"name":"{{organization}}","model":"{{model}}","plan":"enterprise","owner":"owner"}""");

    public Change Put(string organization, string user, string role, string? key = null) => Make(
        organization, user, ["member.added", "member.changed"], HttpMethod.Put, $"{All}/{organization}/members/{user}",
        email => $$"""{"role":"{{role}}","email":"{{email}}"}""", key, role);

    public Change Patch(string organization, string user, string role, string? key = null) => Make(
        organization, user, ["member.changed"], HttpMethod.Patch, $"{All}/{organization}/members/{user}",
        email => $$"""{"role":"{{role}}","email":"{{email}}"}""", key, role);

    public Change Remove(string organization, string user, string? key = null) => Make(
        organization, user, ["member.removed"], HttpMethod.Delete, $"{All}/{organization}/members/{user}", key: key);

    public Change Invite(string organization, string address, string role, string? key = null) => Make(
        organization, "", ["invitation.sent"], HttpMethod.Post, $"{All}/{organization}/invitations",
        _ => $$"""{"email":"{{address}}","role":"{{role}}"}""", key);

    public Change Resend(string organization, string invitation) => Make(
        organization, invitation, ["invitation.resent"], HttpMethod.Post, $"{All}/{organization}/invitations/{invitation}/resend");

    public Change Revoke(string organization, string invitation) => Make(
        organization, invitation, ["invitation.revoked"], HttpMethod.Post, $"{All}/{organization}/invitations/{invitation}/revoke");

    public Change Accept(string organization, string invitation, string token, string user, string address) => Make(
        organization, invitation, ["invitation.accepted"], HttpMethod.Post, "/v1/invitations/accept",
        _ => $$"""{"token":"{{token}}","user":"{{user}}","email":"{{address}}"}""", user: user);

    public Change Decline(string organization, string invitation, string token, string user, string address) => Make(
        organization, invitation, ["invitation.declined"], HttpMethod.Post, "/v1/invitations/decline",
        _ => $$"""{"token":"{{token}}","user":"{{user}}","email":"{{address}}"}""", user: user);

    public Change Plan(string organization, string plan, string reassign, string? key = null) => Make(
        organization, organization, ["organization.plan_changed"], HttpMethod.Patch, $"{All}/{organization}",
        _ => $$"""{"plan":"{{plan}}","reassign":{{reassign}}}""", key);

    private Change Make(
        string organization, string target, string[] kinds, HttpMethod method, string path,
        Func<string, string>? body = null, string? key = null, string? role = null, string? user = null)
    {
        var id = $"change-{ledger.NextId()}";
        var email = $"{id}@crash.test";
        return new Change
        {
            Id = id,
            Organization = organization,
            Target = target,
            Kinds = kinds,
            Method = method,
            Path = path,
            Body = body?.Invoke(email),
            Key = key,
            Email = role is null ? null : email,
            Role = role,
            User = user,
        };
    }
}
