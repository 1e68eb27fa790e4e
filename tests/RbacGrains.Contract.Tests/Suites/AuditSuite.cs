using System.Text.Json.Nodes;

namespace RbacGrains.Contract.Tests;

/// <summary>Each change leaves who, when, what, before, after, and why.</summary>
public abstract class AuditSuite : ContractSuite
{
    [Fact]
    public async Task Every_kind_of_change_leaves_an_entry_of_its_kind()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "partner");
        await Patched(acme, "alice", new MemberPatch { Suspended = true });
        (await acme.Update(By("owner"), new UpdateOrganization("Other"), None)).Require();
        (await acme.Update(By("owner"), To("free", ("partner", "guest")), None)).Require();
        (await acme.RemoveMember(Service, "alice", None)).Require();
        var accepted = await Invited(acme, "bob@example.com");
        accepted = (await acme.ResendInvitation(By("owner"), accepted.Invitation.Id, None)).Require();
        (await Accept(accepted, "bob", "bob@example.com")).Require();
        var declined = await Invited(acme, "carol@example.com");
        (await Grid.Invitation(declined.Invitation.Id).Decline(declined.Token, "carol", "carol@example.com", None)).Require();
        var revoked = await Invited(acme, "dave@example.com");
        (await acme.RevokeInvitation(By("owner"), revoked.Invitation.Id, None)).Require();

        Assert.Equal(
            [
                "organization.created acme", "member.added owner", "member.added alice", "member.changed alice",
                "organization.updated acme", "member.changed alice", "organization.plan_changed acme", "member.removed alice",
                "invitation.sent inv", "invitation.resent inv", "member.added bob", "invitation.accepted inv",
                "invitation.sent inv", "invitation.declined inv", "invitation.sent inv", "invitation.revoked inv",
            ],
            (await Audit(acme)).Reverse().Select(entry => $"{entry.Kind} {entry.Target.Split('_')[0]}"));
    }

    [Fact]
    public async Task An_entry_says_who_when_what_and_why()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await acme.AssignRole(By("owner") with { Reason = "A promotion.", OperationId = "op" }, "alice", "writer")).Require();

        var entry = (await Audit(acme)).First();
        Assert.Equal(
            ("acme", "owner", AuditKinds.MemberChanged, "alice", "A promotion.", "op", Clock.GetUtcNow()),
            (entry.Organization, entry.Actor, entry.Kind, entry.Target, entry.Reason, entry.OperationId, entry.At));
        Assert.Equal(("guest", "writer"), (Text(entry.Before, "role"), Text(entry.After, "role")));
    }

    [Fact]
    public async Task An_accepted_invitation_names_who_accepted_and_the_membership_names_the_invitation()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme);

        (await Accept(issued)).Require();

        var accepted = Assert.Single(await Audit(acme, new AuditQuery(Kind: AuditKinds.InvitationAccepted)));
        var added = Assert.Single(await Audit(acme, new AuditQuery(Target: "alice")));
        Assert.Equal(("alice", "alice"), (accepted.Actor, added.Actor));
        Assert.Equal(("pending", "accepted"), (Text(accepted.Before, "status"), Text(accepted.After, "status")));
        Assert.Contains(issued.Invitation.Id, added.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_leaves_no_entry()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var before = (await Audit(acme)).Length;

        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(Service, "owner", None));
        Fails(ErrorCodes.PermissionDenied, await acme.RemoveMember(By("alice"), "owner", None));
        await Patched(acme, "alice", new MemberPatch { Role = "guest" });
        (await acme.RemoveMember(Service, "nobody", None)).Require();
        (await acme.Update(Service, new UpdateOrganization("The acme"), None)).Require();

        Assert.Equal(before, (await Audit(acme)).Length);
    }

    [Fact]
    public async Task The_log_is_filtered_and_paged_newest_first()
    {
        var acme = await Organization("acme");
        for (var index = 0; index < 12; index++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            (await acme.PutMember(By("owner"), $"u{index}", new MemberAssignment(), None)).Require();
        }
        var middle = (await Audit(acme, new AuditQuery(Target: "u5"))).Single().At;

        var all = await Pages.All(page => acme.ReadAudit(Caller.Service, new AuditQuery(), page, None), size: 5);

        Assert.Equal(14, all.Length);
        Assert.Equal(all.OrderByDescending(entry => entry.At).Select(entry => entry.Id), all.Select(entry => entry.Id));
        Assert.Equal(12, (await Audit(acme, new AuditQuery(Actor: "owner"))).Length);
        Assert.Equal(13, (await Audit(acme, new AuditQuery(Kind: AuditKinds.MemberAdded))).Length);
        Assert.Equal(7, (await Audit(acme, new AuditQuery(Since: middle))).Length);
        Assert.Equal(7, (await Audit(acme, new AuditQuery(Until: middle))).Length);
        Fails(ErrorCodes.InvalidValue, await acme.ReadAudit(Caller.Service, new AuditQuery(), new PageRequest(0), None));
    }

    [Fact]
    public async Task No_token_is_found_in_the_log()
    {
        var acme = await Organization("acme");
        var issued = await Invited(acme);
        var secret = issued.Token.Split('.')[1];

        Assert.All(await Audit(acme), entry => Assert.DoesNotContain(secret, $"{entry}", StringComparison.Ordinal));
    }

    private static string? Text(string? json, string field) => JsonNode.Parse(json!)![field]?.GetValue<string>();

    [Fact]
    public async Task Words_that_no_store_can_keep_are_refused_and_change_nothing()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var before = await Audit(acme);

        foreach (var words in new[] { "a\0b", "line\nline" })
        {
            foreach (var context in new[] { Service with { Reason = words }, Service with { OperationId = words } })
            {
                Fails(ErrorCodes.InvalidValue, await acme.PatchMember(context, "alice", new MemberPatch { Suspended = true }, None));
                Fails(ErrorCodes.InvalidValue, await acme.Update(context, new UpdateOrganization("Other"), None));
                Fails(ErrorCodes.InvalidValue, await acme.Invite(context, new InviteMember { Email = "a@example.com", Role = "guest" }, None));
            }
            Fails(ErrorCodes.InvalidValue, await acme.Update(Service, new UpdateOrganization($"Name{words}"), None));
            Fails(ErrorCodes.InvalidValue, await acme.PatchMember(Service, "alice", new MemberPatch { Email = $"a{words}@example.com" }, None));
        }

        Assert.Equal(before.AsEnumerable(), await Audit(acme));
    }
}
