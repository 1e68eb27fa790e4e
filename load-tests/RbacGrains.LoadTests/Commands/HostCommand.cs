using System.CommandLine;

namespace RbacGrains.LoadTests;

/// <summary><c>host</c>: a silo of this program in a process of its own, until its input ends. Used by <c>compare</c>.</summary>
internal static class HostCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "host";

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command(Name, "A silo with grains that do nothing; used by 'compare'.") { Hidden = true };
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var silo = await Silo.Start();
            await Console.Out.WriteLineAsync($"{HostProcess.Ready}{silo.Gateway.Port}");
            await Console.In.ReadToEndAsync(cancellationToken);
        });
        return command;
    }
}
