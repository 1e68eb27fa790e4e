namespace RbacGrains.Contract.Tests;

/// <summary>Service accounts are members like others where rights are concerned, and nobody where people are.</summary>
public abstract class ServiceAccountSuite : ContractSuite
{
    private static readonly PageRequest First = new();

    [Fact]
    public async Task Nobody_else_can_have_an_id_of_service_accounts()
    {
        var acme = await Organization("acme");
        var account = (await Account(acme)).Id;
        var issued = await Invited(acme);

        foreach (var id in new[] { account, "svc:alice", "svc:" })
        {
            Fails(ErrorCodes.ReservedId, await acme.PutMember(Service, id, new MemberAssignment { Role = "guest" }, None));
            Fails(ErrorCodes.ReservedId, await acme.PatchMember(Service, id, new MemberPatch { Role = "guest" }, None));
            Fails(ErrorCodes.ReservedId, await acme.RemoveMember(Service, id, None));
            Fails(ErrorCodes.ReservedId, await acme.RemoveMember(By(id), id, None));
            Fails(ErrorCodes.ReservedId, await acme.GetMember(Caller.Service, id, None));
            Fails(ErrorCodes.ReservedId, await Accept(issued, id));
            Fails(ErrorCodes.ReservedId, await Grid.Invitation(issued.Invitation.Id).Decline(issued.Token, id, "alice@example.com", None));
            Fails(ErrorCodes.ReservedId, await Grid.Organization("other").Create(Service, new CreateOrganization("O", ContractModels.Workshop, "free", id), None));
        }
        Assert.Equal("writer", (await acme.GetServiceAccount(Caller.Service, account, None)).Require().Access.Role);
        Assert.Equal(InvitationStatus.Pending, (await acme.GetInvitation(Caller.Service, issued.Invitation.Id, None)).Require().Status);
    }

    [Fact]
    public async Task An_account_is_no_person_and_a_person_no_account()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");

        foreach (var id in new[] { "alice", "", "a/b", "svc:aaaaaaaaaaaaaaaa" })
        {
            Fails(ErrorCodes.ServiceAccountNotFound, await acme.GetServiceAccount(Caller.Service, id, None));
            Fails(ErrorCodes.ServiceAccountNotFound, await acme.PatchServiceAccount(Service, id, new ServiceAccountPatch { Name = "x" }, None));
            Fails(ErrorCodes.ServiceAccountNotFound, await acme.DeleteServiceAccount(Service, id, None));
            Fails(ErrorCodes.ServiceAccountNotFound, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x", ServiceAccount = id }, None));
        }
        Assert.Equal("writer", (await acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public virtual async Task It_is_judged_explained_and_found_like_every_member()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "writer");
        var account = (await Account(acme, "writer")).Id;

        Assert.True((await Grid.User(account).Explain(Caller.Service, "acme", "files:write", null, None)).Require().Decision.Allowed);
        Assert.Equal("writer", (await acme.GetPermissions(Caller.Service, account, null, None)).Require().Role);
        Assert.Equal("writer", (await acme.GetPermissions(new Caller(account), account, null, None)).Require().Role);
        Assert.Equal("acme", (await acme.Get(new Caller(account), None)).Require().Id);
        Fails(ErrorCodes.PermissionDenied, await acme.ListMembers(new Caller(account), new MemberFilter(), First, None));
        foreach (var size in new[] { 1, 2, 100 })
            Assert.Equal<string>(["owner", "alice", account], await Pages.All(page => acme.ListWhoCan(Caller.Service, "files:write", null, page, None), size));
        foreach (var token in new[] { "x", "2.0-0", "0.0-0", "1.x", "1.0-0-0", "." })
            Fails(ErrorCodes.InvalidValue, await acme.ListWhoCan(Caller.Service, "files:write", null, new PageRequest(1, token), None));
        Assert.Equal(["owner", "alice"], (await Members(acme)).Select(member => member.User));
    }

    [Fact]
    public async Task What_it_is_assigned_changes_in_effect_at_once()
    {
        var acme = await Organization("acme");
        var account = (await Account(acme, "writer")).Id;

        var changed = (await acme.PatchServiceAccount(
            By("owner"), account, new ServiceAccountPatch { Name = "nightly", Access = Granting(("files:share", "allow")) with { Role = "guest" } }, None)).Require();

        Assert.Equal(("nightly", "guest"), (changed.Name, changed.Access.Role));
        Assert.False(await Allowed(account, "acme", "files:write"));
        Assert.True(await Allowed(account, "acme", "files:share"));
        Fails(ErrorCodes.InvalidValue, await acme.PatchServiceAccount(Service, account, new ServiceAccountPatch { Access = new MemberPatch { Email = "a@example.com" } }, None));
        (await acme.DeleteServiceAccount(By("owner"), account, None)).Require();
        Assert.Equal(DecisionReason.NotMember, await Reason(account, "acme", "files:share"));
        Fails(ErrorCodes.ServiceAccountNotFound, await acme.DeleteServiceAccount(By("owner"), account, None));
    }

    [Fact]
    public virtual async Task It_never_is_the_admin_who_remains()
    {
        var acme = await Organization("acme");
        var account = (await Account(acme, "owner")).Id;

        Fails(ErrorCodes.LastAdmin, await acme.RemoveMember(Service, "owner", None));
        Fails(ErrorCodes.LastAdmin, await acme.AssignRole(By(account), "owner", "guest"));

        (await acme.DeleteServiceAccount(Service, account, None)).Require();
    }

    [Fact]
    public virtual async Task It_gives_only_what_it_holds()
    {
        var acme = await Organization("acme");
        var account = (await Account(acme, "manager")).Id;

        (await acme.PutMember(By(account), "alice", new MemberAssignment { Role = "writer" }, None)).Require();
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutMember(By(account), "bob", new MemberAssignment { Role = "owner" }, None));
        Assert.Equal(account, (await Audit(acme, new AuditQuery(Target: "alice")))[0].Actor);
    }

    [Fact]
    public async Task A_plan_that_does_not_offer_what_it_holds_names_it_and_may_give_it_another_role()
    {
        var acme = await Organization("acme");
        var account = (await Account(acme, "partner")).Id;

        var refused = await acme.Update(Service, To("free"), None);
        Fails(ErrorCodes.PlanStrandsMembers, refused);
        Assert.Equal(account, Assert.Single(refused.Error!.Details["members"]));

        (await acme.Update(Service, To("free", ("partner", "guest")), None)).Require();
        Assert.Equal("guest", (await acme.GetServiceAccount(Caller.Service, account, None)).Require().Access.Role);
        Assert.Equal(
            [AuditKinds.ServiceAccountChanged, AuditKinds.ServiceAccountCreated],
            (await Audit(acme, new AuditQuery(Target: account))).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task They_are_listed_in_pages_and_by_role_and_status()
    {
        var acme = await Organization("acme");
        var made = new List<string>();
        for (var index = 0; index < 5; index++) made.Add((await Account(acme, index % 2 == 0 ? "writer" : "guest")).Id);
        (await acme.PatchServiceAccount(Service, made[0], new ServiceAccountPatch { Access = new MemberPatch { Suspended = true } }, None)).Require();

        foreach (var size in new[] { 1, 2, 100 })
            Assert.Equal(made, (await All(new ServiceAccountFilter(), size)).Select(account => account.Id));
        Assert.Equal([made[1], made[3]], (await All(new ServiceAccountFilter("guest"))).Select(account => account.Id));
        Assert.Equal(made[0], Assert.Single(await All(new ServiceAccountFilter(Status: MemberStatus.Suspended))).Id);
        Fails(ErrorCodes.UnknownRole, await acme.ListServiceAccounts(Caller.Service, new ServiceAccountFilter("king"), First, None));
        await Host.Restart();
        Assert.Equal(made, (await All(new ServiceAccountFilter())).Select(account => account.Id));

        Task<System.Collections.Immutable.ImmutableArray<ServiceAccountView>> All(ServiceAccountFilter filter, int size = 100) =>
            Pages.All(page => Grid.Organization("acme").ListServiceAccounts(Caller.Service, filter, page, None), size);
    }

    private static async Task<ServiceAccountView> Account(IOrganization organization, string role = "writer") =>
        (await organization.CreateApiKey(Service, new CreateApiKey { Name = "ci", Role = role }, None)).Require().Account;
}
