using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RbacGrains.LoadTests;

/// <summary>What silos on one machine have sent to each other so far, as the system counts it for their connections.</summary>
internal static partial class SiloTraffic
{
    /// <summary>The bytes; null where there is no <c>ss</c> to ask.</summary>
    public static async Task<long?> Read(IReadOnlyList<SiloAddresses> silos)
    {
        var ports = silos.Select(silo => silo.SiloPort.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        try
        {
            // One connection in a line; both its ends are on this machine, and each counts what it has sent.
            using var ss = Process.Start(new ProcessStartInfo("ss", ["-tinOH", "state", "established"]) { RedirectStandardOutput = true })!;
            var text = await ss.StandardOutput.ReadToEndAsync();
            await ss.WaitForExitAsync();
            return text.Split('\n').Where(line => Ports().Matches(line).Any(port => ports.Contains(port.Groups[1].Value)))
                .Sum(line => Sent().Match(line) is { Success: true } sent ? long.Parse(sent.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[\d\]]:(\d+)\s")]
    private static partial Regex Ports();

    [GeneratedRegex(@"bytes_sent:(\d+)")]
    private static partial Regex Sent();
}
