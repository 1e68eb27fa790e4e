namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>Every change that is to survive a crash between any two of its writes.</summary>
internal static class Workflows
{
    public static readonly string[] Users = ["owner", "alice", "bob", "carol", .. Enumerable.Range(0, 99).Select(index => $"u{index}")];

    private static readonly ChangeContext Named = ChangeContext.Service with { OperationId = "op" };

    private static readonly CreateOrganization Acme = new("Acme", ContractModels.Workshop, "enterprise", "owner");

    private static readonly InviteMember Invitation = new() { Email = "alice@example.com", Role = "writer" };

    private static readonly UpdateOrganization Downgrade = new("Smaller", "free")
    {
        Reassign = new UpdateOrganization().Reassign.Add("partner", "guest").Add("auditor", "guest"),
    };

    private static readonly RoleContent Crew = new() { Title = "Crew", BasedOn = "writer" };

    public static readonly SortedDictionary<string, Workflow> All = new(StringComparer.Ordinal)
    {
        ["create an organization"] = new(Nothing, Create, world => Audited(world, AuditKinds.OrganizationCreated, AuditKinds.MemberAdded)),
        ["create an organization again"] = new(
            async world =>
            {
                await Create(world);
                (await world.Acme.Delete(ChangeContext.Service, None)).Require();
            },
            async world => (await world.Acme.Create(Named, Acme with { Owner = "bob" }, None)).Require(),
            async world => Assert.Equal("bob", (await Members(world)).Single().User)),
        ["add a member"] = new(Create, world => Put(world, "alice", "writer"), world => Audited(world, AuditKinds.MemberAdded)),
        ["add the member for whom there is no room"] = new(
            async world =>
            {
                await Create(world);
                foreach (var user in Users.Where(user => user.StartsWith('u'))) await Put(world, user, "guest", operation: null);
            },
            world => Put(world, "alice", "writer"),
            async world => Assert.Equal(101, (await Members(world)).Count)),
        ["change a member"] = new(
            WithMembers, world => Put(world, "alice", "guest"), world => Audited(world, AuditKinds.MemberChanged)),
        ["remove a member"] = new(
            WithMembers,
            async world => (await world.Acme.RemoveMember(Named, "alice", None)).Require(),
            world => Audited(world, AuditKinds.MemberRemoved)),
        ["bring back a member"] = new(
            async world =>
            {
                await WithMembers(world);
                (await world.Acme.RemoveMember(ChangeContext.Service, "alice", None)).Require();
            },
            world => Put(world, "alice", "writer"),
            world => Audited(world, AuditKinds.MemberAdded)),
        ["invite"] = new(
            Create,
            async world => world.Issued = (await world.Acme.Invite(Named, Invitation, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.InvitationSent);
                await Accept(world);
            }),
        ["accept an invitation"] = new(Invite, Accept, async world =>
        {
            Assert.Contains("alice", (await Members(world)).Select(member => member.User));
            Assert.Equal(InvitationStatus.Accepted, await Status(world));
        }),
        ["decline an invitation"] = new(
            Invite,
            async world => (await world.Grid.Invitation(world.Issued!.Invitation.Id)
                .Decline(world.Issued.Token, "alice", "alice@example.com", None)).Require(),
            async world => Assert.Equal(InvitationStatus.Declined, await Status(world))),
        ["revoke an invitation"] = new(
            Invite,
            async world => (await world.Acme.RevokeInvitation(Named, world.Issued!.Invitation.Id, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.InvitationRevoked);
                Assert.Equal(InvitationStatus.Revoked, await Status(world));
            }),
        ["resend an invitation"] = new(
            Invite,
            async world => world.Issued = (await world.Acme.ResendInvitation(Named, world.Issued!.Invitation.Id, None)).Require(),
            Accept),
        ["make an API key"] = new(
            Create,
            MakeKey,
            async world =>
            {
                await Audited(world, AuditKinds.ApiKeyCreated, AuditKinds.ApiKeyRotated);
                if (world.Key is not null) await Opens(world);
            }),
        ["add an API key to its account"] = new(
            WithKey,
            async world => (await world.Acme.CreateApiKey(
                Named, new CreateApiKey { Name = "more", ServiceAccount = world.Key!.Account.Id }, None)).Require(),
            async world =>
            {
                Assert.Equal(2, Assert.Single(await Accounts(world)).Keys);
                await Opens(world);
            }),
        ["rotate an API key"] = new(
            WithKey,
            async world => world.Key = (await world.Acme.RotateApiKey(Named, world.Key!.ApiKey.Id, new RotateApiKey(), None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.ApiKeyRotated);
                await Opens(world);
            }),
        ["change a service account"] = new(
            WithKey,
            async world => (await world.Acme.PatchServiceAccount(
                Named, world.Key!.Account.Id, new ServiceAccountPatch { Name = "other", Access = new MemberPatch { Role = "guest" } }, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.ServiceAccountChanged);
                var account = Assert.Single(await Accounts(world));
                Assert.Equal(("other", "guest"), (account.Name, account.Access.Role));
                Assert.False((await world.Grid.User(account.Id).Check("acme", "files:read")).Require().Allowed);
            }),
        ["delete an API key"] = new(
            WithKey,
            async world => (await world.Acme.DeleteApiKey(Named, world.Key!.ApiKey.Id, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.ApiKeyDeleted);
                Assert.Empty(await Accounts(world));
                Assert.False((await Authenticate(world)).Succeeded);
            }),
        ["move to a plan that takes a role from a service account"] = new(
            async world =>
            {
                await Create(world);
                world.Key = (await world.Acme.CreateApiKey(ChangeContext.Service, new CreateApiKey { Name = "ci", Role = "partner" }, None)).Require();
            },
            async world => (await world.Acme.Update(Named, Downgrade, None)).Require(),
            async world => Assert.Equal("guest", Assert.Single(await Accounts(world)).Access.Role)),
        ["rename an organization"] = new(
            Create,
            async world => (await world.Acme.Update(Named, new UpdateOrganization("Other"), None)).Require(),
            world => Audited(world, AuditKinds.OrganizationUpdated)),
        ["move to a smaller plan under another name"] = new(
            WithMembers,
            async world => (await world.Acme.Update(Named, Downgrade, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.PlanChanged);
                var view = (await world.Acme.Get(Caller.Service, None)).Require();
                Assert.Equal(("free", "Smaller"), (view.Plan, view.Name));
                Assert.Equal(["guest", "guest"], (await Members(world)).Where(member => member.User is "bob" or "carol").Select(member => member.Access.Role));
            }),
        ["make a role"] = new(
            Create,
            async world => (await world.Acme.PutRole(Named, "crew", Crew, None)).Require(),
            world => Audited(world, AuditKinds.RoleCreated)),
        ["narrow a role"] = new(
            WithCrew,
            async world => (await world.Acme.PutRole(
                Named, "crew", Crew with { BasedOn = "guest", AcceptNarrowing = true }, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.RoleChanged);
                Assert.False((await world.Grid.User("alice").Check("acme", "files:read")).Require().Allowed);
            }),
        ["delete a role that is held and promised"] = new(
            WithCrew,
            async world => (await world.Acme.DeleteRole(Named, "crew", new DeleteRole("guest"), None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.RoleDeleted);
                Assert.Equal(["guest", "partner"], (await Members(world)).Where(member => member.User is "alice" or "bob").Select(member => member.Access.Role));
                Assert.Equal("guest", (await Members(world)).Single(member => member.User == "bob").Access.Projects.Single().Role);
                Assert.Equal("guest", Assert.Single(await Accounts(world)).Access.Role);
                Assert.Equal("guest", (await world.Acme.GetInvitation(Caller.Service, world.Issued!.Invitation.Id, None)).Require().Role);
                Assert.DoesNotContain((await world.Acme.ListRoles(Caller.Service, None)).Require(), role => role.Role.Id == "crew");
            }),
        ["make a group"] = new(
            WithMembers, world => PutGroup(world, "writer", "op"), world => Audited(world, AuditKinds.GroupCreated)),
        ["change a group that has members"] = new(
            WithGroup,
            world => PutGroup(world, "inviter", "op"),
            async world =>
            {
                await Audited(world, AuditKinds.GroupChanged);
                Assert.Equal((false, true), await Holds(world, "alice"));
            }),
        ["delete a group that has members"] = new(
            WithGroup,
            async world => (await world.Acme.DeleteGroup(Named, "team", None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.GroupDeleted);
                Assert.Equal((false, false), await Holds(world, "alice"));
            }),
        ["make a group again"] = new(
            async world =>
            {
                await WithGroup(world);
                (await world.Acme.DeleteGroup(ChangeContext.Service, "team", None)).Require();
            },
            world => PutGroup(world, "writer", "op"),
            async world =>
            {
                await Audited(world, AuditKinds.GroupCreated);
                Assert.Equal((false, false), await Holds(world, "alice"));
            }),
        ["take the first member into a group"] = new(
            async world =>
            {
                await WithMembers(world);
                await PutGroup(world, "inviter", null);
            },
            async world => (await world.Acme.AddGroupMember(Named, "team", "carol", None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.GroupMemberAdded);
                Assert.Equal((false, true), await Holds(world, "carol"));
            }),
        ["take a member out of a group"] = new(
            WithGroup,
            async world => (await world.Acme.RemoveGroupMember(Named, "team", "alice", None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.GroupMemberRemoved);
                Assert.Equal((false, false), await Holds(world, "alice"));
            }),
        ["remove a member of a group"] = new(
            WithGroup,
            async world => (await world.Acme.RemoveMember(Named, "alice", None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.MemberRemoved);
                Assert.Equal(1, (await world.Acme.GetGroup(Caller.Service, "team", None)).Require().Members);
            }),
        ["move to a smaller plan that takes a role from a group"] = new(
            async world =>
            {
                await WithGroup(world);
                await PutGroup(world, "partner", null);
            },
            async world => (await world.Acme.Update(Named, Downgrade, None)).Require(),
            async world =>
            {
                await Audited(world, AuditKinds.PlanChanged);
                Assert.Equal("guest", (await world.Acme.GetGroup(Caller.Service, "team", None)).Require().Role);
                Assert.Equal((false, false), await Holds(world, "alice"));
            }),
        ["delete an organization"] = new(
            WithMembers,
            async world => (await world.Acme.Delete(Named, None)).Require(),
            async world => Assert.Empty(await world.Grid.User("alice").ListOrganizations(None))),
    };

    private static CancellationToken None => CancellationToken.None;

    private static Task Nothing(World world) => Task.CompletedTask;

    private static async Task Create(World world) =>
        (await world.Acme.Create(ChangeContext.Service with { OperationId = "create" }, Acme, None)).Require();

    private static async Task Put(World world, string user, string role, string? operation = "op") =>
        (await world.Acme.PutMember(
            ChangeContext.Service with { OperationId = operation }, user, new MemberAssignment { Role = role }, None)).Require();

    private static async Task WithMembers(World world)
    {
        await Create(world);
        await Put(world, "alice", "writer", operation: null);
        await Put(world, "bob", "partner", operation: null);
        await Put(world, "carol", "auditor", operation: null);
    }

    private static async Task WithCrew(World world)
    {
        await Create(world);
        (await world.Acme.PutRole(ChangeContext.Service, "crew", Crew, None)).Require();
        await Put(world, "alice", "crew", operation: null);
        var limited = new MemberAssignment { Role = "partner", Projects = [new ProjectAssignment { Project = "p", Role = "crew" }] };
        (await world.Acme.PutMember(ChangeContext.Service, "bob", limited, None)).Require();
        (await world.Acme.CreateApiKey(ChangeContext.Service, new CreateApiKey { Name = "ci", Role = "crew" }, None)).Require();
        world.Issued = (await world.Acme.Invite(ChangeContext.Service, Invitation with { Role = "crew" }, None)).Require();
    }

    private static async Task WithGroup(World world)
    {
        await Create(world);
        await Put(world, "alice", "guest", operation: null);
        await Put(world, "bob", "guest", operation: null);
        await PutGroup(world, "writer", null);
        foreach (var user in new[] { "alice", "bob" }) (await world.Acme.AddGroupMember(ChangeContext.Service, "team", user, None)).Require();
    }

    private static async Task PutGroup(World world, string role, string? operation) =>
        (await world.Acme.PutGroup(
            ChangeContext.Service with { OperationId = operation }, "team", new GroupContent { Title = "Team", Role = role }, None)).Require();

    private static async Task<(bool Write, bool Invite)> Holds(World world, string user) => (
        (await world.Grid.User(user).Check("acme", "files:write")).Require().Allowed,
        (await world.Grid.User(user).Check("acme", "members:invite")).Require().Allowed);

    private static async Task Invite(World world)
    {
        await Create(world);
        world.Issued = (await world.Acme.Invite(ChangeContext.By("owner"), Invitation, None)).Require();
    }

    private static async Task MakeKey(World world) =>
        world.Key = (await world.Acme.CreateApiKey(Named, new CreateApiKey { Name = "ci", Role = "writer" }, None)).Require();

    private static async Task WithKey(World world)
    {
        await Create(world);
        world.Key = (await world.Acme.CreateApiKey(ChangeContext.Service, new CreateApiKey { Name = "ci", Role = "writer" }, None)).Require();
    }

    private static ValueTask<Result<AuthenticatedKey>> Authenticate(World world)
    {
        var key = ApiKeyText.Parse(world.Key!.Secret)!;
        return world.Grid.User(key.ServiceAccount).AuthenticateKey(key.Key, key.Digest, None);
    }

    // The account is listed once, whatever became of the attempts to make it.
    private static async Task Opens(World world)
    {
        Assert.Equal((await Authenticate(world)).Require().ServiceAccount, Assert.Single(await Accounts(world)).Id);
        Assert.Equal(world.Key!.ApiKey.Id, (await Pages.All(page => world.Acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), page, None)))[0].Id);
    }

    private static async Task<List<ServiceAccountView>> Accounts(World world) =>
        [.. await Pages.All(page => world.Acme.ListServiceAccounts(Caller.Service, new ServiceAccountFilter(), page, None))];

    private static async Task Accept(World world) =>
        (await world.Grid.Invitation(world.Issued!.Invitation.Id).Accept(world.Issued.Token, "alice", "alice@example.com", None)).Require();

    private static async Task<InvitationStatus> Status(World world) =>
        (await world.Acme.GetInvitation(Caller.Service, world.Issued!.Invitation.Id, None)).Require().Status;

    private static async Task<List<MemberView>> Members(World world) =>
        [.. await Pages.All(page => world.Acme.ListMembers(Caller.Service, new MemberFilter(), page, None))];

    private static async Task Audited(World world, params string[] kinds)
    {
        var audit = await Pages.All(page => world.Acme.ReadAudit(Caller.Service, new AuditQuery(), page, None));
        Assert.Contains(Assert.Single(audit, entry => entry.OperationId is "op" || kinds.Contains(AuditKinds.OrganizationCreated) && entry.OperationId is "create").Kind, kinds);
    }
}
