using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Model;

/// <summary>A value of a document with the place where it starts.</summary>
internal abstract record DocumentNode(Place Place)
{
    /// <summary>What it is, as a message calls it.</summary>
    public abstract string Noun { get; }
}

/// <summary>A single value.</summary>
/// <param name="Place">Where it starts.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that <c>1</c> is a number and <c>true</c> a truth value.</param>
internal sealed record ScalarNode(Place Place, string Text, bool IsPlain) : DocumentNode(Place)
{
    public bool IsNothing => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsTruthValue => IsPlain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    public bool IsNumber =>
        IsPlain && Text.Length > 0 && (char.IsAsciiDigit(Text[0]) || Text[0] is '+' or '-' or '.')
        && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public bool IsText => !IsNothing && !IsTruthValue && !IsNumber;

    public override string Noun =>
        IsNothing ? "empty" : IsTruthValue ? "a truth value" : IsNumber ? "a number" : "text";
}

/// <summary>A list.</summary>
internal sealed record SequenceNode(Place Place, ImmutableArray<DocumentNode> Items) : DocumentNode(Place)
{
    public override string Noun => "a list";
}

/// <summary>Keys with values, each key once, in document order.</summary>
internal sealed record MappingNode(Place Place, ImmutableArray<MappingEntry> Entries) : DocumentNode(Place)
{
    public override string Noun => "a mapping";
}

/// <summary>A key of a mapping and its value.</summary>
internal readonly record struct MappingEntry(ScalarNode Key, DocumentNode Value);

/// <summary>Stands where something was already reported, so that nobody complains about it a second time.</summary>
internal sealed record UnreadableNode(Place Place) : DocumentNode(Place)
{
    public override string Noun => "unreadable";
}
