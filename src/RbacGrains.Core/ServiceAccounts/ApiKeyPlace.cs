using System.Globalization;

namespace RbacGrains.Core;

/// <summary>Where a page of a list of keys ended: a place of an account's in the directory, and the number of a key of that account.</summary>
internal readonly record struct ApiKeyPlace(int Page, int Position, int Number)
{
    /// <summary>The place that a token names, and the start for no token; null for what is no token.</summary>
    public static ApiKeyPlace? Of(string? token)
    {
        if (string.IsNullOrEmpty(token)) return new ApiKeyPlace(0, 0, 0);
        return token.Split('-') is [var page, var position, var number]
            && TryParse(page, out var parsedPage) && TryParse(position, out var parsedPosition) && TryParse(number, out var parsedNumber)
                ? new ApiKeyPlace(parsedPage, parsedPosition, parsedNumber)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}-{Position}-{Number}");

    private static bool TryParse(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
