using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Moments as of RFC 3339: read with any offset, never without one; written in UTC.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Understands a moment.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text.ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new FieldException(ProblemCodes.InvalidType, "This has to be a moment as a string, such as \"2027-01-31T12:00:00Z\".");
        return TryParse(reader.GetString()!, out var moment)
            ? moment
            : throw new FieldException(Core.ErrorCodes.InvalidValue,
                "This is no moment. Write it as RFC 3339 does, with an offset or Z: \"2027-01-31T12:00:00Z\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
