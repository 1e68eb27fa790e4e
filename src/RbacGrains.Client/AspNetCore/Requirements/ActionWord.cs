using System.Buffers;

namespace RbacGrains.Client;

/// <summary>What can be required: <c>resource:verb</c>, or an area at a level, <c>knowledge/faqs@edit</c>.</summary>
internal static class ActionWord
{
    // Longer than any name that a model can declare.
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_/:@");

    /// <summary>The word, if it can be one. Whether a model has it is known only where it is asked.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Require(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return IsValid(action)
            ? action
            : throw new ArgumentException(
                $"'{action}' is no action: it is 'resource:verb' as in 'agents:update', or an area at a level as in 'knowledge/faqs@edit'.",
                nameof(action));
    }

    /// <summary>An area at a level.</summary>
    /// <exception cref="ArgumentException">It is none, or the level requires nothing.</exception>
    public static string Of(string area, string level)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(level);
        return string.Equals(level, Level.None, StringComparison.Ordinal)
            ? throw new ArgumentException("The level 'none' stands for nothing, so requiring it would let everybody in.", nameof(level))
            : Require($"{area}@{level}");
    }

    private static bool IsValid(ReadOnlySpan<char> action)
    {
        var sign = action.IndexOfAny(':', '@');
        return action.Length <= MaxLength
            && sign > 0
            && sign < action.Length - 1
            && !action.ContainsAnyExcept(Alphabet)
            && !action[(sign + 1)..].ContainsAny(':', '@');
    }
}
