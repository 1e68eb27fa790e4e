using System.Diagnostics;

namespace RbacGrains.Cli.Tests;

public sealed class CompletionTests
{
    private readonly Rbac _rbac = new() { Variables = [] };

    [Theory]
    [InlineData("mem", "member")]
    [InlineData("model show l", "letta")]
    [InlineData("model check letta agents:c", "agents:create")]
    [InlineData("model check agent-studio --role m", "member")]
    [InlineData("check acme bob knowledge/faqs:v", "knowledge/faqs:view")]
    [InlineData("member set acme bob --grant knowledge/faqs=r", "knowledge/faqs=read")]
    [InlineData("member list acme --status s", "suspended")]
    [InlineData("model check letta x --plan e", "enterprise")]
    public async Task What_is_known_offline_is_suggested(string line, string suggestion) =>
        Assert.Contains(suggestion, (await _rbac.Run([$"[suggest:{line.Length}]", line])).Lines);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Each_shell_has_a_script_that_asks_for_suggestions(string shell)
    {
        var outcome = await _rbac.Run($"completion {shell}");
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("[suggest:", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_shell_is_a_usage_error() => Assert.Equal(2, (await _rbac.Run("completion tcsh")).Exit);

    [Fact]
    public async Task Bash_completes_what_stands_before_the_cursor()
    {
        if (!File.Exists("/bin/bash")) return;
        var script = (await _rbac.Run("completion bash")).Out + """

            rbac() { dotnet "$RBAC_DLL" "$@"; }
            try() { COMP_LINE=$1 COMP_POINT=${#1}; COMP_WORDS=($1); _rbac; echo "${COMPREPLY[@]}"; }
            try 'rbac memb'
            try 'rbac model check letta agents:cr'
            try 'rbac model show '
            """;
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["RBAC_DLL"] = typeof(CliProgram).Assembly.Location;
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        Assert.Equal("member\ncreate\nagent-studio humanloop letta\n", await bash.StandardOutput.ReadToEndAsync());
    }
}
