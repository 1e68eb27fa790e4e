namespace RbacGrains.Contract.Tests;

/// <summary>Nobody makes a role beyond what they hold, and some roles are given only by those whom they name.</summary>
public abstract class CustomRoleGivingSuite : ContractSuite
{
    [Theory]
    [InlineData("files:write", true)]
    [InlineData("audit:read", true)]
    [InlineData("keys:read", false)]
    [InlineData("billing:manage", false)]
    public async Task A_manager_makes_roles_within_their_own(string action, bool allowed)
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        var content = new RoleContent { Title = "Crew", Grants = Given((action, "allow")) };

        var made = await acme.PutRole(By("manager"), "crew", content, None);

        if (allowed) made.Require();
        else Fails(ErrorCodes.GrantExceedsOwn, made);
        (await acme.PutRole(By("owner"), "crew", content, None)).Require();
    }

    [Fact]
    public async Task A_manager_widens_no_role_by_widening_what_it_builds_on()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        (await acme.PutRole(Service, "base", new RoleContent { Title = "Base", Grants = Given(("docs", "none")) }, None)).Require();
        (await acme.PutRole(Service, "top", new RoleContent { Title = "Top", BasedOn = "base", Grants = Given(("docs/final", "none"), ("board", "edit")) }, None)).Require();

        (await acme.PutRole(By("manager"), "base", new RoleContent { Title = "Base", Grants = Given(("docs", "edit")) }, None)).Require();
        var refused = await acme.PutRole(By("manager"), "base", new RoleContent { Title = "Base", BasedOn = "owner" }, None);

        Fails(ErrorCodes.GrantExceedsOwn, refused);
        Assert.Contains("billing:manage", refused.Error!.Details["beyond"]);
    }

    [Fact]
    public async Task Nobody_widens_their_own_role()
    {
        var acme = await Organization("acme");
        var lead = new RoleContent { Title = "Lead", BasedOn = "manager" };
        (await acme.PutRole(Service, "lead", lead, None)).Require();
        await Member(acme, "lena", "lead");

        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutRole(By("lena"), "lead", lead with { Grants = Given(("billing:manage", "allow")) }, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutRole(By("lena"), "lead", lead with { BasedOn = "owner" }, None));
        Assert.False(await Allowed("lena", "acme", "billing:manage"));
    }

    [Fact]
    public async Task A_role_for_another_plan_is_within_its_makers_own_as_well()
    {
        var acme = await Organization("acme", plan: "free");
        await Member(acme, "manager", "manager");

        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutRole(
            By("manager"), "later", new RoleContent { Title = "Later", Plans = ["enterprise"], Grants = Given(("billing:manage", "allow")) }, None));
    }

    [Fact]
    public async Task Whose_role_ends_gets_one_within_the_callers_own()
    {
        var acme = await Organization("acme");
        await Member(acme, "manager", "manager");
        (await acme.PutRole(Service, "crew", new RoleContent { Title = "Crew" }, None)).Require();
        await Member(acme, "alice", "crew");

        Fails(ErrorCodes.GrantExceedsOwn, await acme.DeleteRole(By("manager"), "crew", new DeleteRole("owner"), None));
        (await acme.DeleteRole(By("manager"), "crew", new DeleteRole("writer"), None)).Require();
    }

    [Fact]
    public async Task A_role_is_given_by_whom_it_names_and_by_admins()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "lead", new RoleContent { Title = "Lead", BasedOn = "manager" }, None)).Require();
        (await acme.PutRole(Service, "guarded", new RoleContent { Title = "Guarded", BasedOn = "guest", AssignableBy = ["lead"] }, None)).Require();
        await Member(acme, "manager", "manager");
        await Member(acme, "lena", "lead");
        await Member(acme, "alice", "guest");
        var inProject = new MemberAssignment { Projects = [new ProjectAssignment { Project = "p", Role = "guarded" }] };
        var patch = new MemberPatch { Role = "guarded" };

        Fails(ErrorCodes.RoleNotAssignable, await acme.PutMember(By("manager"), "bob", new MemberAssignment { Role = "guarded" }, None));
        Fails(ErrorCodes.RoleNotAssignable, await acme.PutMember(By("manager"), "bob", inProject, None));
        Fails(ErrorCodes.RoleNotAssignable, await acme.PatchMember(By("manager"), "alice", patch, None));
        Fails(ErrorCodes.RoleNotAssignable, await acme.Invite(By("manager"), new InviteMember { Email = "b@example.com", Role = "guarded" }, None));
        (await acme.PatchMember(By("lena"), "alice", patch, None)).Require();
        (await acme.PatchMember(By("manager"), "alice", new MemberPatch { Email = new Optional<string?>(true, "alice@example.com") }, None)).Require();
        (await acme.PutMember(By("lena"), "bob", inProject, None)).Require();
        (await acme.PutMember(By("owner"), "carol", new MemberAssignment { Role = "guarded" }, None)).Require();
        (await acme.PutMember(Service, "dave", new MemberAssignment { Role = "guarded" }, None)).Require();
    }

    [Fact]
    public async Task What_was_taken_is_given_anew_only_by_whom_the_role_names()
    {
        var acme = await Organization("acme");
        (await acme.PutRole(Service, "guarded", new RoleContent { Title = "Guarded", AssignableBy = ["owner"] }, None)).Require();
        (await acme.PutRole(Service, "other", new RoleContent { Title = "Other" }, None)).Require();
        await Member(acme, "manager", "manager");
        await Member(acme, "alice", "guarded");
        await Member(acme, "bob", "other");
        (await acme.PatchMember(By("manager"), "alice", new MemberPatch { Suspended = true }, None)).Require();

        Fails(ErrorCodes.RoleNotAssignable, await acme.PatchMember(By("manager"), "alice", new MemberPatch { Suspended = false }, None));
        Fails(ErrorCodes.RoleNotAssignable, await acme.DeleteRole(By("manager"), "other", new DeleteRole("guarded"), None));
    }

    [Fact]
    public async Task An_invitation_is_accepted_only_while_its_sender_may_give_the_role()
    {
        var acme = await Organization("acme");
        var guarded = new RoleContent { Title = "Guarded" };
        (await acme.PutRole(Service, "guarded", guarded, None)).Require();
        await Member(acme, "manager", "manager");
        var issued = await Invited(acme, role: "guarded", by: "manager");

        (await acme.PutRole(Service, "guarded", guarded with { AssignableBy = ["owner"] }, None)).Require();

        Fails(ErrorCodes.InviterNotPermitted, await Accept(issued));
    }
}
