namespace RbacGrains.Cli;

/// <summary>A path of the server's with its query, every part encoded.</summary>
internal sealed record ApiPath
{
    private ApiPath(string text) => Text = text;

    /// <summary>The path as it is sent, relative to the server's address.</summary>
    public string Text { get; }

    /// <summary>The path of an organization or of something in it.</summary>
    public static ApiPath OfOrganization(string organization, params IEnumerable<string> segments) =>
        Of(["organizations", organization, .. segments]);

    /// <summary>The path of segments.</summary>
    public static ApiPath Of(params IEnumerable<string> segments) => new("v1/" + string.Join('/', segments.Select(Encode)));

    /// <summary>The same with a parameter in its query; without, when it has no value.</summary>
    public ApiPath With(string name, string? value) =>
        value is null ? this : new($"{Text}{(Text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}");

    // Paths lose dot segments on their way, encoded or not: to remove the member '..' would delete the organization.
    private static string Encode(string segment) => segment is "" or "." or ".."
        ? throw CliErrors.Usage($"'{segment}' cannot stand in an address, so there is nothing of that name.")
        : Uri.EscapeDataString(segment);
}
