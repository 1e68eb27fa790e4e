using RbacGrains.Core;

namespace RbacGrains.AdminConsole.Tests.Settings;

/// <summary>Settings as they are edited.</summary>
public sealed class SettingsDraftTests
{
    private static readonly OrganizationView Read = new(
        "acme", "Acme", "letta", "free", "ada", new OrganizationSettings { EmailDomains = ["acme.example"] }, DateTimeOffset.UnixEpoch, 3);

    [Fact]
    public void Only_what_was_edited_is_changed()
    {
        var draft = SettingsDraft.Of(Read);

        Assert.False(draft.HasChanges);
        Assert.Equal(new UpdateOrganization("Acme II"), (draft with { Name = " Acme II " }).ToUpdate().Value);
        Assert.Null((draft with { Days = "9" }).ToUpdate().Value!.Name);
        Assert.Equal(9, (draft with { Days = "9" }).ToUpdate().Value!.Settings!.InvitationDays);
    }

    [Theory]
    [InlineData("")]
    [InlineData("seven")]
    [InlineData("1.5")]
    [InlineData("99999999999999")]
    public void Days_that_are_no_number_are_told(string days) =>
        Assert.Equal(ErrorCodes.InvalidValue, (SettingsDraft.Of(Read) with { Days = days }).ToUpdate().Error?.Code);

    [Fact]
    public void Domains_are_read_however_they_were_pasted() => Assert.Equal(
        ["a.example", "b.example", "c.example"],
        (SettingsDraft.Of(Read) with { Domains = "a.example, @b.example;\r\n c.example\nA.example" }).DomainList.AsEnumerable());

    [Fact]
    public void Somebody_elses_change_is_kept_where_mine_is_not()
    {
        var mine = SettingsDraft.Of(Read) with { Days = "9" };
        var theirs = Read with { Name = "Theirs", PolicyVersion = 4 };

        Assert.Equal([new AccessChange("Name", "Acme", "Theirs")], mine.ChangedBy(theirs).AsEnumerable());
        var merged = mine.Onto(theirs);
        Assert.Equal(("Theirs", "9", 4), (merged.Name, merged.Days, merged.Read.PolicyVersion));
        Assert.Null(merged.ToUpdate().Value!.Name);
    }

    [Fact]
    public void A_change_of_something_else_is_no_conflict() => Assert.Empty(SettingsDraft.Of(Read).ChangedBy(Read with { Plan = "enterprise", PolicyVersion = 4 }));
}
