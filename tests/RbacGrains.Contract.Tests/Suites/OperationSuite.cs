namespace RbacGrains.Contract.Tests;

/// <summary>A change that is repeated under its name is made once, and leaves one audit entry.</summary>
public abstract class OperationSuite : ContractSuite
{
    private static readonly ChangeContext Named = Service with { OperationId = "op" };

    [Fact]
    public async Task A_change_of_a_member_is_made_once_and_repetitions_answer_with_the_present_state()
    {
        var acme = await Organization("acme");

        (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        await Patched(acme, "alice", new MemberPatch { Role = "guest" });
        var again = (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();

        Assert.False(again.Created);
        Assert.Equal("guest", again.Value.Access.Role);
        Assert.Single(await Audit(acme), entry => entry.OperationId == "op");
    }

    [Fact]
    public async Task Repetitions_at_once_make_one_change()
    {
        var acme = await Organization("acme");

        var puts = await AtOnce([.. Enumerable.Range(0, 6).Select(_ => (Func<Task<Put<MemberView>>>)(async () =>
            (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require()))]);

        Assert.Single(puts, put => put.Created);
        Assert.Single(puts.Select(put => put.Value.Access.Version).Distinct());
        Assert.Single(await Audit(acme, new AuditQuery(Target: "alice")));
    }

    [Fact]
    public async Task A_name_stays_taken_after_a_restart_and_is_free_after_a_refusal()
    {
        var acme = await Organization("acme");
        Fails(ErrorCodes.UnknownRole, await acme.AssignRole(Named, "owner", "king"));

        (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        await Host.Restart();

        acme = Grid.Organization("acme");
        (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.PutMember(Named, "alice", new MemberAssignment { Role = "guest" }, None));
    }

    [Fact]
    public async Task A_name_that_was_used_for_another_change_is_refused_by_every_change()
    {
        var acme = await Organization("acme");
        await Member(acme, "second", "owner");
        var (first, _) = await Invited(acme, "first@example.com");
        var (other, _) = await Invited(acme, "other@example.com");
        (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        (await acme.RevokeInvitation(Service with { OperationId = "revoke" }, first.Id, None)).Require();

        Fails(ErrorCodes.IdempotencyKeyReused, await acme.PutMember(Named, "bob", new MemberAssignment { Role = "writer" }, None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.AssignRole(Named, "alice", "writer"));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.RemoveMember(Named, "alice", None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.Update(Named, new UpdateOrganization("Other"), None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.Delete(Named, None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.Invite(Named, new InviteMember { Email = "b@example.com" }, None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.ResendInvitation(Named, other.Id, None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.RevokeInvitation(Named, other.Id, None));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.RevokeInvitation(Service with { OperationId = "revoke" }, other.Id, None));
        Fails(
            ErrorCodes.IdempotencyKeyReused,
            await acme.PutMember(By("second") with { OperationId = "op" }, "alice", new MemberAssignment { Role = "writer" }, None));
    }

    [Fact]
    public async Task Two_organizations_may_use_the_same_name()
    {
        var acme = await Organization("acme");
        var other = await Organization("other");

        (await acme.PutMember(Named, "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        Assert.True((await other.PutMember(Named, "bob", new MemberAssignment { Role = "guest" }, None)).Require().Created);
    }

    [Fact]
    public async Task Leaving_can_be_repeated_by_whoever_has_left()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest");
        var leaving = By("alice") with { OperationId = "leave" };

        (await acme.RemoveMember(leaving, "alice", None)).Require();

        (await acme.RemoveMember(leaving, "alice", None)).Require();
        Assert.Single(await Audit(acme, new AuditQuery(Kind: AuditKinds.MemberRemoved)));
    }

    [Fact]
    public async Task A_change_of_the_organization_is_made_once()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "partner");
        var move = To("free", ("partner", "guest")) with { Name = "Smaller" };

        (await acme.Update(Named, move, None)).Require();
        (await acme.Update(Service, new UpdateOrganization("Renamed", "team"), None)).Require();
        var again = (await acme.Update(Named, move, None)).Require();

        Assert.Equal(("Renamed", "team"), (again.Name, again.Plan));
        Assert.Single(await Audit(acme), entry => entry.OperationId == "op");
    }

    [Fact]
    public async Task A_creation_can_be_repeated_after_the_organization_has_changed()
    {
        var acme = Grid.Organization("acme");
        var create = new CreateOrganization("Acme", ContractModels.Workshop, "team", "owner");

        Assert.True((await acme.Create(Named, create, None)).Require().Created);
        (await acme.Update(Service, new UpdateOrganization("Renamed"), None)).Require();
        var again = (await acme.Create(Named, create, None)).Require();

        Assert.Equal((false, "Renamed"), (again.Created, again.Value.Name));
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.Create(Named, create with { Name = "Other" }, None));
    }

    [Fact]
    public async Task A_deletion_can_be_repeated_and_does_not_touch_what_was_created_since()
    {
        var acme = await Organization("acme");

        (await acme.Delete(Named, None)).Require();
        (await acme.Delete(Named, None)).Require();
        await Organization("acme");
        (await acme.Delete(Named, None)).Require();

        Assert.Equal("The acme", (await acme.Get(Caller.Service, None)).Require().Name);
        Fails(ErrorCodes.OrganizationNotFound, await Grid.Organization("none").Delete(Named, None));
    }

    [Fact]
    public async Task A_repeated_invitation_is_the_same_one_with_a_new_token_and_no_more_time()
    {
        var acme = await Organization("acme");
        var invite = new InviteMember { Email = "alice@example.com", Role = "writer", ExpiresIn = TimeSpan.FromHours(1) };
        var named = Named with { ExpectedVersion = 0 };

        var first = (await acme.Invite(named, invite, None)).Require();
        var second = (await acme.Invite(named, invite, None)).Require();

        Assert.Equal(first.Invitation.Id, second.Invitation.Id);
        Assert.Equal(first.Invitation.ExpiresAt, second.Invitation.ExpiresAt);
        Fails(ErrorCodes.InvitationTokenInvalid, await Accept(first));
        (await Accept(second)).Require();
        Assert.Single(await Audit(acme, new AuditQuery(Kind: AuditKinds.InvitationSent)));
    }
}
