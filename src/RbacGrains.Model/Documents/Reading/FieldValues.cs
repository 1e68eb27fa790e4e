using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Model;

/// <summary>Reads single values out of fields; what cannot be read is reported and comes back as if it were not there.</summary>
internal static class FieldValues
{
    /// <summary>A text, or empty when the key is absent.</summary>
    public static string Text(this Fields fields, string key)
    {
        var scalar = fields.Scalar(key, "text", $"Write `{key}: some words`.");
        if (scalar is null || Words.IsText(scalar, $"'{key}' of {fields.Subject}", fields.Problems)) return scalar?.Text.Trim() ?? "";
        fields.Misread(key);
        return "";
    }

    /// <summary>A text on one line that says something: a title. Empty when it cannot be read.</summary>
    public static string Title(this Fields fields, string key)
    {
        var text = fields.Text(key);
        if (!fields.Has(key) || fields.Failed(key)) return text;
        if (text.Length == 0)
            Refuse(fields, key, $"'{key}' of {fields.Subject} is empty.", "Write what people call it.");
        else if (text.AsSpan().ContainsAny('\r', '\n'))
            Refuse(fields, key, $"'{key}' of {fields.Subject} has more than one line.", "Write it on one line.");
        return text;
    }

    /// <summary>A whole number of at least <paramref name="least"/>, or null.</summary>
    public static int? Integer(this Fields fields, string key, int least)
    {
        var remedy = $"Write a whole number of at least {least}, without quotes: `{key}: {least}`.";
        if (fields.Scalar(key, "a number", remedy) is not { } scalar) return null;
        if (scalar.IsPlain && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least) return number;
        fields.Misread(key);
        fields.Problems.Add(scalar.Place, $"'{key}' of {fields.Subject} is '{scalar.Text}'.", remedy);
        return null;
    }

    /// <summary>A truth value; false when the key is absent.</summary>
    public static bool Flag(this Fields fields, string key)
    {
        var remedy = $"Write `{key}: true`, or leave it out.";
        if (fields.Scalar(key, "a truth value", remedy) is not { } scalar) return false;
        if (scalar.IsTruthValue) return scalar.Text[0] is 't' or 'T';
        fields.Misread(key);
        fields.Problems.Add(scalar.Place, $"'{key}' of {fields.Subject} is '{scalar.Text}', not a truth value.", remedy);
        return false;
    }

    /// <summary>A single word, or null when it is absent or no text.</summary>
    public static ScalarNode? Word(this Fields fields, string key)
    {
        if (fields.Scalar(key, "a word", $"Write `{key}: name`.") is not { } scalar) return null;
        if (Words.IsText(scalar, $"'{key}' of {fields.Subject}", fields.Problems)) return scalar;
        fields.Misread(key);
        return null;
    }

    /// <summary>A list of words.</summary>
    public static ImmutableArray<ScalarNode> WordList(this Fields fields, string key)
    {
        var words = Words.In(fields.List(key), $"'{key}' of {fields.Subject}", fields.Problems, out var complete);
        if (!complete) fields.Misread(key);
        return words;
    }

    /// <summary>A list of words that restricts to those it names. An empty one would say "none" and mean "all".</summary>
    public static ImmutableArray<ScalarNode> Restriction(this Fields fields, string key)
    {
        var words = fields.WordList(key);
        if (words.IsEmpty && fields.Has(key) && !fields.Failed(key))
            Refuse(fields, key, $"'{key}' of {fields.Subject} is empty.", $"Leave out '{key}' when it restricts nothing.");
        return words;
    }

    private static void Refuse(Fields fields, string key, string message, string remedy)
    {
        fields.Problems.Add(fields.PlaceOfValue(key), message, remedy);
        fields.Misread(key);
    }
}
