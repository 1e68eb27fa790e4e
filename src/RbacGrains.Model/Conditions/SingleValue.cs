using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Model;

/// <summary>A single value that a condition compares: a text, a number or a truth value. Values of different kinds do not compare.</summary>
public readonly record struct SingleValue
{
    private readonly string? _text;
    private readonly double? _number;
    private readonly decimal? _exact;
    private readonly bool _truth;

    /// <summary>A text.</summary>
    public SingleValue(string text) => _text = text;

    /// <summary>A truth value.</summary>
    public SingleValue(bool truth) => _truth = truth;

    private SingleValue(double number, decimal? exact) => (_number, _exact) = (number, exact);

    /// <summary>The text; null when it is something else.</summary>
    public string? Text => _text;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => _number is not null;

    /// <summary>Whether it is the truth value true.</summary>
    public bool IsTrue => _truth;

    private bool IsTruth => _text is null && _number is null;

    /// <summary>The number that a text writes (RFC 8259, 6, and a leading plus or point); null for none, or one beyond a double.</summary>
    public static SingleValue? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        return new SingleValue(
            number, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null);
    }

    /// <summary>The value of a piece of JSON; null for what is no single value.</summary>
    public static SingleValue? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new SingleValue(json.GetString()!),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.True => new SingleValue(true),
        JsonValueKind.False => new SingleValue(false),
        _ => null,
    };

    /// <summary>Whether two values are the same; null when they are of different kinds. Texts are compared ordinally.</summary>
    public static bool? AreSame(SingleValue one, SingleValue other)
    {
        if (one._text is not null && other._text is not null) return string.Equals(one._text, other._text, StringComparison.Ordinal);
        if (one._number is not null && other._number is not null) return CompareNumbers(one, other) == 0;
        return one.IsTruth && other.IsTruth ? one._truth == other._truth : null;
    }

    /// <summary>How two values are ordered: numbers by size, texts only if both are moments. Null for all others.</summary>
    public static int? Order(SingleValue one, SingleValue other)
    {
        if (one._number is not null && other._number is not null) return CompareNumbers(one, other);
        return one._text is not null && other._text is not null && Moment.TryParse(one._text, out var first)
            && Moment.TryParse(other._text, out var second)
                ? first.CompareTo(second)
                : null;
    }

    /// <summary>The value as JSON.</summary>
    public JsonNode ToJson() =>
        _text is not null ? JsonValue.Create(_text)
        : _exact is { } exact ? JsonValue.Create(exact)
        : _number is { } number ? JsonValue.Create(number)
        : JsonValue.Create(_truth);

    /// <inheritdoc/>
    public override string ToString() =>
        _text is not null ? $"'{_text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'"
        : _exact is { } exact ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
        : _number is { } number ? number.ToString("R", CultureInfo.InvariantCulture)
        : _truth ? "true" : "false";

    // As decimals where both are, so that large whole numbers stay apart.
    private static int CompareNumbers(SingleValue one, SingleValue other) => one._exact is { } first && other._exact is { } second
        ? first.CompareTo(second)
        : one._number!.Value.CompareTo(other._number!.Value);
}
