namespace RbacGrains.Contract.Tests;

/// <summary>Nothing is allowed that is not granted, and what is granted combines by the most permissive.</summary>
public abstract class GrantSuite : ContractSuite
{
    [Fact]
    public async Task Nothing_is_allowed_that_is_not_granted()
    {
        var acme = await Organization("acme");
        await Member(acme, "guest", "guest");

        var held = (await acme.GetPermissions(Caller.Service, "guest", null, None)).Require();

        Assert.Empty(held.Actions);
        Assert.NotEmpty(held.Areas);
        Assert.All(held.Areas, area => Assert.Equal("none", area.Level));
        Assert.Equal(DecisionReason.NotGranted, await Reason("guest", "acme", "files:read"));
    }

    [Fact]
    public async Task Role_and_grants_combine_by_the_most_permissive()
    {
        var acme = await Organization("acme");

        await Member(acme, "more", "writer", ("docs", "edit"), ("keys:read", "allow"));
        await Member(acme, "less", "writer", ("docs", "none"));

        Assert.True(await Allowed("more", "acme", "docs/drafts:change"));
        Assert.True(await Allowed("more", "acme", "keys:read"));
        Assert.True(await Allowed("less", "acme", "docs/drafts:view"));
        Assert.False(await Allowed("less", "acme", "docs/drafts:change"));
    }

    [Fact]
    public async Task An_admin_holds_everything_whatever_grants_say()
    {
        var acme = await Organization("acme");

        await Member(acme, "boss", "owner", ("docs", "none"));

        Assert.Equal(DecisionReason.Admin, await Reason("boss", "acme", "docs/final:change"));
        Assert.Equal(DecisionReason.Admin, await Reason("boss", "acme", "billing:manage"));
    }

    [Fact]
    public async Task A_preset_fills_grants_and_others_are_laid_over_it()
    {
        var acme = await Organization("acme");

        var plain = await Member(acme, "plain", new MemberAssignment { Preset = "reviewer" });
        var more = await Member(acme, "more", new MemberAssignment { Preset = "reviewer", Grants = Given(("board", "edit")) });

        Assert.Equal(("reviewer", "guest"), (plain.Preset, plain.Access.Role));
        Assert.Null(more.Preset);
        Assert.Equal(Given(("board", "edit"), ("docs", "read")), more.Access.Grants);
    }

    [Fact]
    public async Task A_patch_sets_replaces_and_unsets_single_grants()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "read"), ("board", "read"));

        var patched = await Patched(acme, "alice", Granting(("docs", "edit"), ("board", null), ("keys:read", "allow")));

        Assert.Equal(Given(("docs", "edit"), ("keys:read", "allow")), patched.Access.Grants);
        Assert.True(await Allowed("alice", "acme", "docs:change"));
        Assert.False(await Allowed("alice", "acme", "board:view"));
    }

    [Theory]
    [InlineData("attic", "read", ErrorCodes.UnknownArea, "/grants/attic")]
    [InlineData("docs/attic", "read", ErrorCodes.UnknownArea, "/grants/docs~1attic")]
    [InlineData("docs", "own", ErrorCodes.UnknownLevel, "/grants/docs")]
    [InlineData("files:burn", "allow", ErrorCodes.UnknownAction, "/grants/files:burn")]
    [InlineData("files:read", "read", ErrorCodes.UnknownLevel, "/grants/files:read")]
    public async Task A_grant_of_what_the_model_does_not_have_is_refused_and_changes_nothing(
        string on, string level, string code, string pointer)
    {
        var acme = await Organization("acme");
        var before = await Member(acme, "alice", "guest", ("board", "read"));

        var put = await acme.PutMember(Service, "alice", new MemberAssignment { Role = "guest", Grants = Given((on, level)) }, None);
        var patched = await acme.PatchMember(Service, "alice", Granting((on, level)), None);

        Fails(code, put);
        Fails(code, patched);
        Assert.Equal((pointer, pointer), (put.Error!.Pointer, patched.Error!.Pointer));
        Assert.Equal(before.Access, (await acme.GetMember(Caller.Service, "alice", None)).Require().Access);
    }

    [Fact]
    public async Task Unknown_roles_and_presets_are_refused_and_a_role_is_required_where_none_is_by_default()
    {
        var acme = await Organization("acme");
        var letta = await Organization("letta", "letta");

        Fails(ErrorCodes.UnknownRole, await acme.PutMember(Service, "alice", new MemberAssignment { Role = "king" }, None));
        Fails(ErrorCodes.UnknownPreset, await acme.PutMember(Service, "alice", new MemberAssignment { Preset = "king" }, None));
        Fails(ErrorCodes.RoleRequired, await letta.PutMember(Service, "alice", new MemberAssignment(), None));
        Assert.Single(await Members(acme));
        Assert.Single(await Members(letta));
    }

    [Fact]
    public async Task In_a_cascading_model_setting_a_parent_takes_the_place_of_what_its_sub_areas_had()
    {
        var acme = await Organization("acme", ContractModels.Cascade);
        await Member(acme, "alice", "guest", ("docs", "none"), ("docs/final", "edit"));
        Assert.True(await Allowed("alice", "acme", "docs/final:change"));

        await Patched(acme, "alice", Granting(("docs", "read")));
        Assert.True(await Allowed("alice", "acme", "docs/final:view"));
        Assert.False(await Allowed("alice", "acme", "docs/final:change"));

        await Patched(acme, "alice", Granting(("docs/drafts", "edit")));
        Assert.True(await Allowed("alice", "acme", "docs/drafts:change"));
        Assert.False(await Allowed("alice", "acme", "docs/final:change"));
    }
}
