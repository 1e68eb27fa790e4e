using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>Reads the token of an invitation, which need not stand in the shell's history.</summary>
internal static class InviteToken
{
    /// <summary>The argument, or the first line of standard input for '-'.</summary>
    public static async Task<string> Read(Invocation invocation, Argument<string> argument, CancellationToken cancellationToken)
    {
        var token = invocation.Text(argument);
        if (token == "-") token = (await invocation.Host.In.ReadLineAsync(cancellationToken))?.Trim();
        return string.IsNullOrEmpty(token) ? throw CliErrors.Usage("There is no token on standard input.") : token;
    }
}
