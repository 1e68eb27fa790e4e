namespace RbacGrains.Api.Tests;

public sealed class InvitationTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task An_invitation_is_accepted_once_with_its_token()
    {
        var organization = await server.NewOrganization();
        var invited = (await Invite(organization)).ShouldBe(201);
        Assert.Equal("pending", invited.String("status"));
        Assert.StartsWith(invited.String("id") + ".", invited.String("token")!, StringComparison.Ordinal);
        Assert.Equal("\"1\"", invited.ETag);

        var accepted = (await Answer("accept", invited.String("token")!)).ShouldBe(200);
        Assert.Equal("ann", accepted.String("user"));
        Assert.Equal(organization.Split('/')[^1], accepted.String("organization"));
        Assert.Equal("analyst", accepted.String("role"));
        Assert.Equal(accepted.Text, (await Answer("accept", invited.String("token")!)).ShouldBe(200).Text);
        (await Answer("accept", invited.String("token")!, "ben")).ShouldBeProblem(409, "invitation_accepted");

        var read = (await server.Send("GET", $"{organization}/invitations/{invited.String("id")}")).ShouldBe(200);
        Assert.Equal(("accepted", "ann"), (read.String("status"), read.String("accepted_by")));
        Assert.DoesNotContain("token", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(".secret")]
    [InlineData("inv_none.c2VjcmV0")]
    [InlineData("a b.c2VjcmV0")]
    public async Task A_token_that_opens_nothing_says_no_more_than_that(string token) =>
        (await Answer("accept", token)).ShouldBeProblem(404, "invitation_token_invalid", "/token");

    [Fact]
    public async Task Another_address_is_refused_and_the_invitation_stays_pending()
    {
        var organization = await server.NewOrganization();
        var invited = await Invite(organization);
        (await Answer("accept", invited.String("token")!, "ann", "other@acme.example"))
            .ShouldBeProblem(409, "invitation_email_mismatch", "/email");
        Assert.Equal("pending", (await server.Send("GET", $"{organization}/invitations/{invited.String("id")}")).String("status"));
        (await Answer("accept", invited.String("token")!, "ann", "ANN@acme.example")).ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_has_the_token_is_shown_what_is_offered()
    {
        var invited = await Invite(await server.NewOrganization());
        var offer = (await server.Send("POST", "/v1/invitations/show", $$"""{"token":"{{invited.String("token")}}"}""")).ShouldBe(200).Json;
        Assert.Equal(invited.String("id"), offer["invitation"]!["id"]!.GetValue<string>());
        Assert.Equal(invited.String("role"), offer["permissions"]!["role"]!.GetValue<string>());
        Assert.True(offer["offered"]!.GetValue<bool>());
        Assert.Null(offer["invitation"]!["token"]);
        (await server.Send("POST", "/v1/invitations/show", $$"""{"token":"{{invited.String("token")}}x"}""")).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        (await server.Send("POST", "/v1/invitations/show", "{}")).ShouldBe(400);
    }

    [Fact]
    public async Task A_call_on_behalf_of_a_user_accepts_for_nobody_else()
    {
        var token = (await Invite(await server.NewOrganization())).String("token");
        (await server.SendAs("ben", "POST", "/v1/invitations/accept", $$"""{"token":"{{token}}","user":"ann","email":"ann@acme.example"}"""))
            .ShouldBeProblem(403, "permission_denied", "/user");
    }

    [Fact]
    public async Task Resending_replaces_the_token_and_revoking_ends_it()
    {
        var organization = await server.NewOrganization();
        var invited = await Invite(organization);
        var path = $"{organization}/invitations/{invited.String("id")}";
        var resent = (await server.Send("POST", path + "/resend")).ShouldBe(200);
        Assert.NotEqual(invited.String("token"), resent.String("token"));
        Assert.Equal("\"2\"", resent.ETag);
        (await Answer("accept", invited.String("token")!)).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        Assert.Equal("revoked", (await server.Send("POST", path + "/revoke", "{}")).ShouldBe(200).String("status"));
        (await Answer("accept", resent.String("token")!)).ShouldBeProblem(409, "invitation_revoked");
        (await server.Send("POST", path + "/resend")).ShouldBeProblem(409, "invitation_revoked");
    }

    [Fact]
    public async Task Declining_ends_it_without_a_membership()
    {
        var organization = await server.NewOrganization();
        var token = (await Invite(organization)).String("token")!;
        Assert.Equal("declined", (await Answer("decline", token)).ShouldBe(200).String("status"));
        (await Answer("accept", token)).ShouldBeProblem(409, "invitation_declined");
        (await server.Send("GET", organization + "/members/ann")).ShouldBeProblem(404, "member_not_found");
    }

    [Theory]
    [InlineData("3600", 1)]
    [InlineData("\"12h\"", 12)]
    [InlineData("\"90m\"", 1.5)]
    [InlineData("\"7d\"", 168)]
    [InlineData("\"2w\"", 336)]
    [InlineData("\"P7D\"", 168)]
    [InlineData("\"PT36H\"", 36)]
    public async Task An_expiry_is_given_in_many_ways(string expiresIn, double hours)
    {
        var invited = (await Invite(await server.NewOrganization(), $",\"expires_in\":{expiresIn}")).ShouldBe(201);
        var (made, ends) = ((DateTimeOffset)invited.Json["created_at"]!, (DateTimeOffset)invited.Json["expires_at"]!);
        Assert.Equal(TimeSpan.FromHours(hours), ends - made);
    }

    [Theory]
    [InlineData("\"soon\"", "invalid_value")]
    [InlineData("\"P\"", "invalid_value")]
    [InlineData("1.5", "invalid_value")]
    [InlineData("99999999999999999", "invalid_value")]
    [InlineData("0", "invalid_value")]
    [InlineData("\"366d\"", "invalid_value")]
    [InlineData("true", "invalid_type")]
    public async Task An_expiry_that_is_none_is_refused(string expiresIn, string code)
    {
        var organization = await server.NewOrganization();
        (await Invite(organization, $",\"expires_in\":{expiresIn}")).ShouldBeProblem(400, code, "/expires_in");
        Assert.Empty((await server.Send("GET", organization + "/invitations")).Items("id"));
    }

    [Fact]
    public async Task An_expired_invitation_cannot_be_accepted_until_it_is_sent_again()
    {
        var organization = await server.NewOrganization();
        var invited = await Invite(organization, ",\"expires_in\":60");
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Answer("accept", invited.String("token")!)).ShouldBeProblem(409, "invitation_expired");
        Assert.Equal(["expired"], (await server.Send("GET", organization + "/invitations?status=expired")).Items("status"));
        var resent = (await server.Send("POST", $"{organization}/invitations/{invited.String("id")}/resend")).ShouldBe(200);
        (await Answer("accept", resent.String("token")!)).ShouldBe(200);
    }

    [Fact]
    public async Task The_list_is_filtered_by_status_and_address()
    {
        var organization = await server.NewOrganization();
        var first = await Invite(organization);
        await server.Send("POST", organization + "/invitations", """{"email":"ben@acme.example","role":"editor"}""");
        await server.Send("POST", $"{organization}/invitations/{first.String("id")}/revoke");
        Assert.Equal(["ben@acme.example"], (await server.Send("GET", organization + "/invitations?status=pending")).Items("email"));
        Assert.Equal(["revoked"], (await server.Send("GET", organization + "/invitations?email=ann@acme.example")).Items("status"));
        (await server.Send("GET", organization + "/invitations?status=lost")).ShouldBeProblem(400, "invalid_value");
        (await server.Send("GET", organization + "/invitations/inv_none")).ShouldBeProblem(404, "invitation_not_found");
    }

    private Task<Reply> Invite(string organization, string more = "") => server.Send(
        "POST", organization + "/invitations", $$"""{"email":"ann@acme.example","role":"analyst"{{more}}}""");

    private Task<Reply> Answer(string verb, string token, string user = "ann", string email = "ann@acme.example") => server.Send(
        "POST", "/v1/invitations/" + verb, $$"""{"token":"{{token}}","user":"{{user}}","email":"{{email}}"}""");
}
