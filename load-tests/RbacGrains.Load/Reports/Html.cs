using System.Net;

namespace RbacGrains.Load;

/// <summary>Text within HTML.</summary>
internal static class Html
{
    /// <summary>The text so that it is only text, between tags and within quotes.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
