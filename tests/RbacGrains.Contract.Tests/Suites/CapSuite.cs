namespace RbacGrains.Contract.Tests;

/// <summary>Under <c>cap</c> a sub-area can be more restrictive than its parent, but not less.</summary>
public abstract class CapSuite : ContractSuite
{
    [Fact]
    public async Task A_sub_area_follows_its_parent_unless_it_is_set_lower()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "edit"), ("docs/final", "read"));

        Assert.True(await Allowed("alice", "acme", "docs/drafts:change"));
        Assert.True(await Allowed("alice", "acme", "docs/final:view"));
        Assert.False(await Allowed("alice", "acme", "docs/final:change"));
    }

    [Fact]
    public async Task A_sub_area_above_its_parent_is_refused_with_an_error_that_names_both()
    {
        var acme = await Organization("acme");
        var before = await Member(acme, "alice", "guest", ("docs", "read"));

        var patched = await acme.PatchMember(Service, "alice", Granting(("docs/final", "edit")), None);
        var put = await acme.PutMember(Service, "alice", new MemberAssignment { Grants = Given(("docs/final", "read")) }, None);
        var invited = await acme.Invite(
            Service, new InviteMember { Email = "bob@example.com", Grants = Given(("docs/final", "read")) }, None);

        Fails(ErrorCodes.SubAreaAboveParent, patched);
        Fails(ErrorCodes.SubAreaAboveParent, put);
        Fails(ErrorCodes.SubAreaAboveParent, invited);
        Assert.Contains("'docs/final'", patched.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("'docs'", patched.Error.Message, StringComparison.Ordinal);
        Assert.Equal("/grants/docs~1final", patched.Error.Pointer);
        Assert.Equal(before.Access, (await acme.GetMember(Caller.Service, "alice", None)).Require().Access);
    }

    [Fact]
    public async Task Lowering_a_parent_caps_its_sub_areas_and_raising_it_restores_them()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "edit"), ("docs/final", "edit"), ("docs/drafts", "read"));

        await Patched(acme, "alice", Granting(("docs", "none")));
        Assert.False(await Allowed("alice", "acme", "docs/final:view"));

        var raised = await Patched(acme, "alice", Granting(("docs", "edit")));
        Assert.True(await Allowed("alice", "acme", "docs/final:change"));
        Assert.False(await Allowed("alice", "acme", "docs/drafts:change"));
        Assert.Equal("edit", raised.Access.Grants["docs/final"]);
    }

    [Fact]
    public async Task What_rests_under_a_lowered_parent_does_not_stand_in_the_way_of_other_changes()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "edit"), ("docs/final", "edit"));
        await Patched(acme, "alice", Granting(("docs", "read")));

        var patched = await Patched(acme, "alice", Granting(("board", "read"), ("docs/drafts", "read")));

        Assert.Equal("edit", patched.Access.Grants["docs/final"]);
        Assert.True(await Allowed("alice", "acme", "docs/drafts:view"));
    }

    [Fact]
    public async Task A_patch_is_judged_as_a_whole()
    {
        var acme = await Organization("acme");
        await Member(acme, "alice", "guest", ("docs", "read"));

        await Patched(acme, "alice", Granting(("docs", "edit"), ("docs/final", "edit")));

        Assert.True(await Allowed("alice", "acme", "docs/final:change"));
        Fails(
            ErrorCodes.SubAreaAboveParent,
            await acme.PatchMember(Service, "alice", Granting(("docs", "read"), ("docs/final", "edit")), None));
    }
}
