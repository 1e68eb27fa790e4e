namespace RbacGrains.Model;

/// <summary>Names of things that are called after their title unless a key of their own says otherwise.</summary>
internal static class Titles
{
    /// <summary>The name under <paramref name="key"/>, or else the slug of the title that was read; null when there is neither.</summary>
    public static ScalarNode? NameOr(this Fields fields, string key, string title)
    {
        if (fields.Has(key)) return fields.Word(key);
        if (title.Length == 0 || fields.Failed("title")) return null;
        var slug = new ScalarNode(fields.PlaceOfValue("title"), Slug.Of(title), IsPlain: false);
        if (Slug.IsValid(slug.Text)) return slug;
        fields.Problems.Add(
            slug.Place, $"The title '{title}' makes no name.",
            $"Name it: `{key}: ...`, with 1 to {Slug.MaxLength} lower-case letters and digits.");
        return null;
    }
}
