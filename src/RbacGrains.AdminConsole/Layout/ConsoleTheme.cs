namespace RbacGrains.AdminConsole;

/// <summary>How pages look: light, dark, or as the person's system does. Kept in a cookie, so that the first drawing is right already.</summary>
/// <param name="Word">The cookie's word: <c>system</c>, <c>light</c> or <c>dark</c>.</param>
internal sealed record ConsoleTheme(string Word)
{
    private const string Cookie = "rbac-theme";
    private const string Never = "not all";

    public static readonly ConsoleTheme System = new("system");
    public static readonly ConsoleTheme Light = new("light");
    public static readonly ConsoleTheme Dark = new("dark");

    /// <summary>What the browser may draw its own parts in.</summary>
    public string ColorScheme => this == System ? "light dark" : Word;

    /// <summary>When the light style sheet applies.</summary>
    public string LightMedia => this == System ? "(prefers-color-scheme: light)" : this == Light ? "all" : Never;

    /// <summary>When the dark style sheet applies.</summary>
    public string DarkMedia => this == System ? "(prefers-color-scheme: dark)" : this == Dark ? "all" : Never;

    /// <summary>The theme that a browser asks for.</summary>
    public static ConsoleTheme Read(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "light" => Light,
        "dark" => Dark,
        _ => System,
    };
}
