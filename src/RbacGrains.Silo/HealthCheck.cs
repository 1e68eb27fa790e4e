using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>Asks a running node how it is, for images that have no other program to ask with.</summary>
internal static class HealthCheck
{
    /// <summary>The switch; the URL follows.</summary>
    public const string Switch = "--healthcheck";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the answer goes, in a line.</param>
    /// <returns>0 when it answers 200, 1 when it does not, 2 for a URL that is none.</returns>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        var text = args.ElementAtOrDefault(Array.IndexOf(args, Switch) + 1);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            await output.WriteLineAsync($"{Switch} needs a URL, such as http://127.0.0.1:5080/health/ready.");
            return ExitCodes.Misconfigured;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(url);
            await output.WriteLineAsync($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            return response.StatusCode == System.Net.HttpStatusCode.OK ? ExitCodes.Success : ExitCodes.Failed;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"No answer from {url}: {failure.Message}");
            return ExitCodes.Failed;
        }
    }
}
