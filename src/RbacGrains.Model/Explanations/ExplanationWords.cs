using System.Globalization;

namespace RbacGrains.Model;

/// <summary>How ids, lists and moments are written in explanations.</summary>
internal static class ExplanationWords
{
    public static string Quoted(string? id) => $"'{id}'";

    /// <summary><c>'a'</c>, <c>'a' or 'b'</c>, <c>'a', 'b' or 'c'</c>.</summary>
    public static string AnyOf(IReadOnlyList<string> ids) => ids.Count == 1
        ? Quoted(ids[0])
        : $"{string.Join(", ", ids.Take(ids.Count - 1).Select(Quoted))} or {Quoted(ids[^1])}";

    /// <summary>An action by the name that was used, and by its canonical name where that is another.</summary>
    public static string Named(string name, string action) => name == action ? Quoted(action) : $"{Quoted(action)} (as {Quoted(name)})";

    /// <summary>A moment as in RFC 3339, to the second.</summary>
    public static string At(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string AsSentence(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause.AsSpan(1)}.";
}
