namespace RbacGrains.Api.Tests;

public sealed class ConditionalChangeTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_read_that_the_caller_has_already_is_not_sent_again()
    {
        var organization = await server.NewOrganization();
        foreach (var path in new[] { organization, organization + "/members/owner", organization + "/members/owner/permissions", organization + "/roles/admin" })
        {
            var read = (await server.Send("GET", path)).ShouldBe(200);
            foreach (var held in new[] { read.ETag!, $"W/{read.ETag}", $"\"other\", {read.ETag}", "*" })
            {
                var again = await server.Send("GET", path, null, ("If-None-Match", held));
                Assert.Equal((304, "", read.ETag), (again.Status, again.Text, again.ETag));
            }

            (await server.Send("GET", path, null, ("If-None-Match", "\"99\""))).ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_change_of_another_version_is_refused_and_changes_nothing()
    {
        var organization = await server.NewOrganization();
        var member = organization + "/members/ann";
        var added = await server.Send("PUT", member, """{"role":"analyst"}""");
        var changed = (await server.Send("PATCH", member, """{"role":"editor"}""", ("If-Match", added.ETag!))).ShouldBe(200);
        (await server.Send("PATCH", member, """{"role":"admin"}""", ("If-Match", added.ETag!))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("PUT", member, """{"role":"admin"}""", ("If-Match", added.ETag!))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("DELETE", member, null, ("If-Match", added.ETag!))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("PATCH", organization, """{"name":"X"}""", ("If-Match", "\"9\""))).ShouldBeProblem(412, "version_mismatch");
        (await server.Send("PATCH", organization, """{"settings":{"invitation_days":2}}""", ("If-Match", "\"9\"")))
            .ShouldBeProblem(412, "version_mismatch");
        (await server.Send("DELETE", organization, null, ("If-Match", "\"9\""))).ShouldBeProblem(412, "version_mismatch");
        Assert.Equal(changed.Text, (await server.Send("GET", member)).Text);
        (await server.Send("DELETE", member, null, ("If-Match", changed.ETag!))).ShouldBe(204);
    }

    [Fact]
    public async Task A_put_can_insist_on_adding()
    {
        var member = await server.NewOrganization() + "/members/ann";
        (await server.Send("PUT", member, """{"role":"analyst"}""", ("If-None-Match", "*"))).ShouldBe(201);
        (await server.Send("PUT", member, """{"role":"editor"}""", ("If-None-Match", "*"))).ShouldBeProblem(412, "version_mismatch");
    }

    [Fact]
    public async Task Of_two_contradictory_changes_at_once_exactly_one_wins()
    {
        var member = await server.NewOrganization() + "/members/ann";
        var etag = (await server.Send("PUT", member, """{"role":"analyst"}""")).ETag!;
        for (var round = 0; round < 20; round++)
        {
            // Each differs from what is there, so that none of them is a change of nothing.
            var changes = new[] { "editor", "admin" }.Select(role => server.Send(
                "PATCH", member, $$"""{"role":"{{role}}","expires_at":"{{2100 + round}}-01-01T00:00:00Z"}""", ("If-Match", etag)));
            var replies = await Task.WhenAll(changes);
            Assert.Equal([200, 412], replies.Select(reply => reply.Status).Order());
            etag = replies.Single(reply => reply.Status == 200).ETag!;
        }
    }

    [Fact]
    public async Task A_change_can_rest_on_an_action_of_the_actor()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""");
        (await server.Send("PUT", organization + "/members/ann", """{"role":"editor"}""",
            ("Rbac-Actor", "owner"), ("Rbac-If-Allowed", "agents:delete"))).ShouldBe(200);
        (await server.Send("PUT", organization + "/members/ann", """{"role":"admin"}""",
            ("Rbac-Actor", "owner"), ("Rbac-If-Allowed", "agents:fly"))).ShouldBeProblem(400, "unknown_action");
        (await server.Send("DELETE", organization + "/members/ann", null,
            ("Rbac-Actor", "ann"), ("Rbac-If-Allowed", "api_keys:delete"))).ShouldBeProblem(412, "condition_failed");
        Assert.Equal("editor", (await server.Send("GET", organization + "/members/ann")).String("role"));
    }

    [Fact]
    public async Task A_change_repeated_under_its_name_is_made_once()
    {
        var organization = await server.NewOrganization();
        var member = organization + "/members/ann";
        var key = ("Idempotency-Key", "add-ann");
        (await server.Send("PUT", member, """{"role":"analyst"}""", key)).ShouldBe(201);
        await server.Send("DELETE", member);
        // Made once already, and undone since: the repetition does not make it again.
        Assert.NotEqual(201, (await server.Send("PUT", member, """{"role":"analyst"}""", key)).Status);
        (await server.Send("GET", member)).ShouldBeProblem(404, "member_not_found");
        (await server.Send("PUT", member, """{"role":"editor"}""", key)).ShouldBeProblem(409, "idempotency_key_reused");
    }

    [Fact]
    public async Task Many_repetitions_of_an_invitation_at_once_are_one_invitation()
    {
        var organization = await server.NewOrganization();
        var invites = Enumerable.Range(0, 8).Select(_ => server.Send(
            "POST", organization + "/invitations", """{"email":"ann@acme.example","role":"analyst"}""", ("Idempotency-Key", "once")));
        var ids = (await Task.WhenAll(invites)).Select(reply => reply.ShouldBe(201).String("id")).Distinct();
        Assert.Single(ids);
        Assert.Single((await server.Send("GET", organization + "/invitations")).Items("id"));
    }

    [Theory]
    [InlineData("If-Match", "7")]
    [InlineData("If-Match", "\"seven\"")]
    [InlineData("If-Match", "W/\"7\"")]
    [InlineData("If-Match", "\"7\", \"8\"")]
    [InlineData("If-Match", "\"-7\"")]
    [InlineData("If-None-Match", "\"7\"")]
    [InlineData("Idempotency-Key", "two words")]
    [InlineData("Idempotency-Key", "schlüssel")]
    [InlineData("Idempotency-Key", "")]
    [InlineData("Rbac-If-Allowed", "two words")]
    public async Task A_header_that_cannot_be_understood_is_refused(string header, string value)
    {
        var member = await server.NewOrganization() + "/members/ann";
        (await server.Send("PUT", member, """{"role":"analyst"}""", (header, value))).ShouldBeProblem(400, "invalid_header");
        (await server.Send("GET", member)).ShouldBeProblem(404, "member_not_found");
    }

    [Fact]
    public async Task Names_and_reasons_have_their_lengths()
    {
        var member = await server.NewOrganization() + "/members/ann";
        (await server.Send("PUT", member, """{"role":"analyst"}""", ("Idempotency-Key", new string('k', 256)))).ShouldBeProblem(400, "invalid_header");
        (await server.Send("PUT", member, """{"role":"analyst"}""", ("Rbac-Reason", new string('r', 1025)))).ShouldBeProblem(400, "invalid_header");
        (await server.Send("PUT", member, """{"role":"analyst"}""",
            ("Idempotency-Key", new string('k', 255)), ("Rbac-Reason", new string('r', 1024)))).ShouldBe(201);
    }
}
