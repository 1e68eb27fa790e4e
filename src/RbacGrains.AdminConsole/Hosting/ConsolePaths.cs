namespace RbacGrains.AdminConsole;

/// <summary>Where the console is.</summary>
public static class ConsolePaths
{
    /// <summary>The first page: the organizations of whoever has signed in.</summary>
    public const string Home = "/console";

    /// <summary>What the pages are made with; the same for everybody.</summary>
    internal const string Assets = Home + "/assets";

    /// <summary>Tells a page whether its session lives, and keeps it alive.</summary>
    internal const string Session = Home + "/session";

    /// <summary>Where the framework connects pages to the server.</summary>
    internal const string Circuit = "/_blazor";

    /// <summary>A page of an organization.</summary>
    /// <param name="organization">The organization's id.</param>
    /// <param name="page">The page's own part of the path, such as <c>access</c>; empty for the organization's first page.</param>
    public static string Of(string organization, string page = "") =>
        page.Length == 0 ? $"{Home}/{Uri.EscapeDataString(organization)}" : $"{Home}/{Uri.EscapeDataString(organization)}/{page}";

    /// <summary>The page at which people sign in, and then return to a path.</summary>
    internal static string SignIn(string back) => $"/signin?return={Uri.EscapeDataString(back)}";
}
