using System.Text.Json.Nodes;

namespace RbacGrains.Cli.Tests;

public sealed class EndToEndTests(StandaloneProgram server) : IClassFixture<StandaloneProgram>
{
    private readonly Rbac _rbac = server.Rbac;

    [Fact]
    public async Task A_team_is_made_changed_checked_and_deleted()
    {
        await Succeed("org create team --name Team --model letta --plan free --owner ada@team.com");
        await Succeed("member set team bob@team.com --role analyst --actor ada@team.com --reason hired");
        Assert.Equal(new Outcome(1, "denied: not_granted\n", ""), await _rbac.Run("check team bob@team.com agents:create"));

        var version = Json(await Succeed("member show team bob@team.com --json"))["access_version"];
        await Succeed($"member update team bob@team.com --role editor --if-match {version}");
        Assert.Equal(new Outcome(0, "allowed: granted\n", ""), await _rbac.Run("check team bob@team.com agents:create"));
        var stale = await _rbac.Run($"member update team bob@team.com --role analyst --if-match {version}");
        Assert.StartsWith("error: version_mismatch: ", stale.Error, StringComparison.Ordinal);

        Assert.Equal(["user", "ada@team.com", "bob@team.com"], (await Succeed("org who-can team agents:create --page-size 1")).Lines);
        Assert.Contains("ada@team.com\tmember.added\tbob@team.com\thired", (await Succeed("org audit team")).Out, StringComparison.Ordinal);
        Assert.Equal(4, (await Succeed("org roles team")).Lines.Length);

        await Succeed("member remove team bob@team.com");
        Assert.Equal("denied: not_member\n", (await _rbac.Run("check team bob@team.com agents:create")).Out);
        await Succeed("org update team --plan enterprise --setting invitation_days=3");
        await Succeed("org delete team --yes");
        Assert.StartsWith("error: organization_not_found: ", (await _rbac.Run("org show team")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_answered_once()
    {
        await Succeed("org create guests --model letta --plan free --owner ada@guests.com");
        var first = Json(await Succeed("invite create guests eve@guests.com --role analyst --expires-in 2d --json"));
        var sent = Json(await Succeed($"invite resend guests {first["id"]} --json"));
        Assert.Equal(2, (await _rbac.Run($"invite accept {first["token"]} --user eve --email eve@guests.com")).Exit);
        await Succeed($"invite accept {sent["token"]} --user eve --email eve@guests.com");
        Assert.Equal(0, (await _rbac.Run("check guests eve agents:read")).Exit);

        var other = Json(await Succeed("invite create guests mel@guests.com --role analyst --expires-in 3600 --json"));
        await Succeed($"invite revoke guests {other["id"]}");
        Assert.Equal(2, (await _rbac.Run($"invite decline {other["token"]} --user mel --email mel@guests.com")).Exit);
        Assert.Contains(other["id"]!.ToString(), (await Succeed("invite list guests --status revoked")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_and_projects_are_granted_as_they_are_written()
    {
        await Succeed("org create studio --model agent-studio --plan free --owner ada@studio.com");
        await Succeed("member set studio bob --grant knowledge=edit --grant knowledge/faqs=read --project-grant web=knowledge=read");
        var held = await Succeed("member permissions studio bob");
        Assert.Contains("area\tknowledge/faqs\tread\n", held.Out, StringComparison.Ordinal);
        Assert.Contains("action\tknowledge/sources:modify\tallow\n", held.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _rbac.Run("check studio bob knowledge/sources:modify")).Exit);
        Assert.Equal(1, (await _rbac.Run("check studio bob knowledge/sources:modify --project web")).Exit);
        Assert.Contains("bob", (await Succeed("org who-can studio knowledge/faqs:view")).Lines);
        await Succeed("member update studio bob --no-project web --no-grant knowledge/faqs");
        Assert.Equal(0, (await _rbac.Run("check studio bob knowledge/faqs:modify --project web")).Exit);
        var explained = await _rbac.Run("explain studio bob flows:view");
        Assert.Equal(1, explained.Exit);
        Assert.StartsWith("Denied: ", explained.Out, StringComparison.Ordinal);
        var refused = await _rbac.Run("member set studio bob --grant knowledge=read --grant knowledge/faqs=edit");
        Assert.Contains("field: /grants/knowledge~1faqs", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line()
    {
        await Succeed("org create many --model letta --plan free --owner ada");
        var batch = await (_rbac with { Input = "many,ada,agents:read\nmany,bob,agents:read\n" }).Run("check --batch -");
        Assert.Equal(1, batch.Exit);
        Assert.Equal(["allowed", "denied"], batch.Lines.Skip(1).Select(line => line.Split('\t')[4]));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var outcome = await _rbac.Run("org list --key wrong");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("error: unauthenticated: ", outcome.Error, StringComparison.Ordinal);
    }

    private static JsonNode Json(Outcome outcome) => JsonNode.Parse(outcome.Out)!;

    private async Task<Outcome> Succeed(string commandLine)
    {
        var outcome = await _rbac.Run(commandLine);
        Assert.True(outcome.Exit == 0, $"rbac {commandLine}: {outcome.Error}");
        return outcome;
    }
}
