namespace RbacGrains.Contract.Tests;

/// <summary>How people are invited, and how they answer.</summary>
public abstract class InvitationSuite : ContractSuite
{
    [Fact]
    public async Task An_invitation_makes_one_membership_however_often_it_is_accepted()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme, "Alice@example.com");

        var first = (await Accept(issued, "alice", "alice@EXAMPLE.com")).Require();
        var second = (await Accept(issued)).Require();

        Assert.Equal(first.Access, second.Access);
        Fails(ErrorCodes.InvitationAccepted, await Accept(issued, "bob"));
        await Host.Restart();
        Assert.Equal(first.Access, (await Accept(issued)).Require().Access);
        Assert.True(await Allowed("alice", "acme", "files:write"));
        Assert.Equal(DecisionReason.NotMember, await Reason("bob", "acme", "files:write"));
    }

    [Fact]
    public async Task Only_the_token_and_the_invited_address_open_an_invitation()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme);
        var other = await Invited(acme, "other@example.com");

        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued with { Token = other.Token }));
        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued with { Token = issued.Invitation.Id + "." }));
        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued with { Token = "" }));
        Fails(ErrorCodes.InvitationTokenInvalid, await Grid.Invitation("inv_none").Accept(issued.Token, "alice", "alice@example.com", None));
        Fails(ErrorCodes.InvitationEmailMismatch, await Accept(issued, "mallory", "mallory@example.com"));
        Fails(ErrorCodes.InvalidId, await Accept(issued, "a b"));
        Assert.Equal(issued.Invitation.Id, InvitationToken.InvitationOf(issued.Token));
        (await Accept(issued)).Require();
    }

    [Fact]
    public async Task Whoever_has_the_token_sees_what_is_offered_and_nobody_else()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        var issued = await Invited(acme, "Alice@example.com", by: "manager");
        var invitation = Grid.Invitation(issued.Invitation.Id);

        var offer = (await invitation.Show(issued.Token, None)).Require();

        Assert.Equal(issued.Invitation with { Status = InvitationStatus.Pending }, offer.Invitation);
        Assert.Equal(("The acme", ContractModels.Workshop, true), (offer.OrganizationName, offer.Model, offer.Offered));
        Assert.Equal((await acme.ListRoles(Caller.Service, None)).Require().Single(role => role.Role.Id == issued.Invitation.Role).Role.Title, offer.RoleTitle);
        Fails(ErrorCodes.InvitationTokenInvalid, await invitation.Show(issued.Token + "x", None));
        Fails(ErrorCodes.InvitationTokenInvalid, await Grid.Invitation("inv_none").Show(issued.Token, None));
        Assert.Empty(await Audit(acme, new AuditQuery(Kind: AuditKinds.InvitationAccepted)));

        var accepted = (await Accept(issued)).Require();
        var held = (await acme.GetPermissions(By("owner").Caller, accepted.User, null, None)).Require();
        Assert.Equal(held.Actions.AsEnumerable(), offer.Permissions.Actions);
        Assert.Equal(held.Areas.AsEnumerable(), offer.Permissions.Areas);
        Assert.Equal(InvitationStatus.Accepted, (await invitation.Show(issued.Token, None)).Require().Invitation.Status);
    }

    [Fact]
    public async Task An_offer_says_what_has_become_of_it()
    {
        var acme = await Organization("acme");
        var revoked = await Invited(acme);
        var expired = await Invited(acme);
        var resent = (await acme.ResendInvitation(By("owner"), expired.Invitation.Id, None)).Require();
        (await acme.RevokeInvitation(By("owner"), revoked.Invitation.Id, None)).Require();
        Clock.Advance(TimeSpan.FromDays(8));

        Fails(ErrorCodes.InvitationTokenInvalid, await Grid.Invitation(expired.Invitation.Id).Show(expired.Token, None));
        Assert.Equal(InvitationStatus.Expired, (await Grid.Invitation(resent.Invitation.Id).Show(resent.Token, None)).Require().Invitation.Status);
        Assert.Equal(InvitationStatus.Revoked, (await Grid.Invitation(revoked.Invitation.Id).Show(revoked.Token, None)).Require().Invitation.Status);
        (await acme.Delete(Service, None)).Require();
        Fails(ErrorCodes.OrganizationNotFound, await Grid.Invitation(resent.Invitation.Id).Show(resent.Token, None));
        await Organization("acme");
        Fails(ErrorCodes.OrganizationNotFound, await Grid.Invitation(resent.Invitation.Id).Show(resent.Token, None));
    }

    [Fact]
    public async Task A_declined_or_revoked_invitation_is_over()
    {
        var acme = await Organization("acme");
        var declined = await Invited(acme);
        var revoked = await Invited(acme);

        for (var time = 0; time < 2; time++)
        {
            (await Grid.Invitation(declined.Invitation.Id).Decline(declined.Token, "alice", "alice@example.com", None)).Require();
            (await acme.RevokeInvitation(By("owner"), revoked.Invitation.Id, None)).Require();
        }

        Fails(ErrorCodes.InvitationDeclined, await Accept(declined));
        Fails(ErrorCodes.InvitationRevoked, await Accept(revoked));
        Fails(ErrorCodes.InvitationDeclined, await acme.RevokeInvitation(Service, declined.Invitation.Id, None));
        Fails(ErrorCodes.InvitationRevoked, await acme.ResendInvitation(Service, revoked.Invitation.Id, None));
        Fails(ErrorCodes.InvitationNotFound, await acme.RevokeInvitation(Service, "inv_none", None));
        Assert.Equal(["owner"], (await Members(acme)).Select(member => member.User));
    }

    [Fact]
    public async Task An_expired_invitation_can_only_be_sent_again()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme);

        Clock.Advance(TimeSpan.FromDays(7));
        Fails(ErrorCodes.InvitationExpired, await Accept(issued));
        var resent = (await acme.ResendInvitation(By("owner"), issued.Invitation.Id, None)).Require();

        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(issued));
        Assert.Equal(issued.Invitation.Id, resent.Invitation.Id);
        (await Accept(resent)).Require();
        Fails(ErrorCodes.InvitationAccepted, await acme.ResendInvitation(By("owner"), issued.Invitation.Id, None));
        Fails(ErrorCodes.InvitationAccepted, await acme.RevokeInvitation(By("owner"), issued.Invitation.Id, None));
    }

    [Fact]
    public async Task The_inviters_right_is_judged_again_on_acceptance()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        var issued = await Invited(acme, by: "manager");

        await Patched(acme, "manager", new MemberPatch { Role = "inviter" });
        Fails(ErrorCodes.InviterNotPermitted, await Accept(issued));
        (await acme.RemoveMember(Service, "manager", None)).Require();
        Fails(ErrorCodes.InviterNotPermitted, await Accept(issued));

        (await Accept((await acme.ResendInvitation(By("owner"), issued.Invitation.Id, None)).Require())).Require();
    }

    [Fact]
    public async Task Nobody_resends_what_they_could_not_give_themselves()
    {
        var acme = await Organization("acme");
        await Member(acme, "inviter", "inviter");
        var issued = await Invited(acme, role: "writer");

        Fails(ErrorCodes.GrantExceedsOwn, await acme.ResendInvitation(By("inviter"), issued.Invitation.Id, None));
        (await Accept(issued)).Require();
    }

    [Fact]
    public async Task A_role_that_the_plan_has_lost_since_is_not_given()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme, role: "partner");

        (await acme.Update(Service, To("free"), None)).Require();
        Fails(ErrorCodes.RoleNotInPlan, await Accept(issued));

        (await acme.Update(Service, To("team"), None)).Require();
        (await Accept(issued)).Require();
    }

    [Fact]
    public async Task A_member_keeps_what_they_have_and_the_invitation_stays_open()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var issued = await Invited(acme);

        Fails(ErrorCodes.AlreadyMember, await Accept(issued));

        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
        (await Accept(issued, "alice2")).Require();
    }

    [Fact]
    public async Task Accepting_again_does_not_bring_back_whoever_was_removed()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme);
        (await Accept(issued)).Require();

        (await acme.RemoveMember(Service, "alice", None)).Require();

        Assert.False((await Accept(issued)).Succeeded);
        Assert.Equal(DecisionReason.NotMember, await Reason("alice", "acme", "files:read"));
        (await Accept(await Invited(acme))).Require();
    }

    [Theory]
    [InlineData("no-address", ErrorCodes.InvalidValue)]
    [InlineData("", ErrorCodes.InvalidValue)]
    [InlineData("Alice <alice@example.com>", ErrorCodes.InvalidValue)]
    [InlineData("alice@elsewhere.com", ErrorCodes.EmailDomainNotAllowed)]
    public async Task An_address_that_cannot_be_invited_is_refused(string email, string code)
    {
        var acme = await Organization("acme");
        (await acme.Update(Service, new UpdateOrganization(Settings: new OrganizationSettings { EmailDomains = ["Example.com"] }), None)).Require();

        Fails(code, await acme.Invite(By("owner"), new InviteMember { Email = email, Role = "guest" }, None));

        await Invited(acme, "alice@EXAMPLE.com");
        Assert.Single(await Pages.All(page => acme.ListInvitations(Caller.Service, new InvitationFilter(), page, None)));
    }

    [Fact]
    public async Task Invitations_are_listed_by_status_and_address_in_the_order_they_were_made()
    {
        var acme = await Organization("acme");
        var expired = (await acme.Invite(
            Service, new InviteMember { Email = "e@example.com", ExpiresIn = TimeSpan.FromHours(1) }, None)).Require().Invitation.Id;
        Clock.Advance(TimeSpan.FromHours(1));
        var accepted = await Invited(acme);
        (await Accept(accepted)).Require();
        var pending = (await Invited(acme, "p@example.com")).Invitation.Id;
        await Host.Restart();
        acme = Grid.Organization("acme");

        async Task<IEnumerable<string>> Found(InvitationFilter filter) =>
            (await Pages.All(page => acme.ListInvitations(new Caller("owner"), filter, page, None), size: 1)).Select(view => view.Id);

        Assert.Equal([expired, accepted.Invitation.Id, pending], await Found(new InvitationFilter()));
        Assert.Equal([expired], await Found(new InvitationFilter(InvitationStatus.Expired)));
        Assert.Equal([accepted.Invitation.Id], await Found(new InvitationFilter(InvitationStatus.Accepted)));
        Assert.Equal([pending], await Found(new InvitationFilter(InvitationStatus.Pending)));
        Assert.Equal([pending], await Found(new InvitationFilter(Email: "P@Example.com")));
        Assert.Equal([pending], await Found(new InvitationFilter(Search: "P@EX")));
        Fails(ErrorCodes.InvalidValue, await acme.ListInvitations(Caller.Service, new InvitationFilter(Search: ""), new PageRequest(), None));
    }
}
