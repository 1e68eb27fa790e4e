using System.Text;
using System.Text.RegularExpressions;

namespace RbacGrains.Model;

/// <summary>
/// The names within a model (roles, plans, levels, areas, resources, verbs): 1 to 64 lower-case letters and digits of ASCII,
/// in parts joined by single <c>-</c> or <c>_</c>: <c>api_keys</c>, <c>read-only-reviewer</c>.
/// </summary>
public static partial class Slug
{
    /// <summary>The most characters a slug may have.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether something is a slug.</summary>
    public static bool IsValid(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    /// <summary>
    /// The slug of a title: lower case, every run of other characters one hyphen, none at the ends (<c>A/B testing</c> is
    /// <c>a-b-testing</c>). Not valid when the title has no letter or digit of ASCII, or too many.
    /// </summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var character in title)
        {
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(char.ToLowerInvariant(character));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:[-_][a-z0-9]+)*\z")]
    private static partial Regex Form();
}
