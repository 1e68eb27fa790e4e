using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RbacGrains.Model;

/// <summary>Whose property it is.</summary>
public enum PropertyOwner
{
    /// <summary>Who wants to do something: as the request says, else as the catalog does. <c>subject.id</c> is always the user's id.</summary>
    Subject,

    /// <summary>
    /// What it is done to: as the request says, else as the catalog does. <c>resource.type</c> and <c>resource.id</c> are always those of the
    /// resource that the request names.
    /// </summary>
    Resource,

    /// <summary>How it is done, as the request says.</summary>
    Action,

    /// <summary>The circumstances, as the request says.</summary>
    Context,

    /// <summary>What the service knows of the member itself, and no request can say: <c>member.role</c>, <c>member.email</c>.</summary>
    Member,
}

/// <summary>Where a property is found: <c>resource.status</c>, <c>context.device.managed</c>.</summary>
public sealed partial record PropertyPath
{
    /// <summary>The most names behind the owner.</summary>
    public const int MaxNames = 4;

    /// <summary>What there is to know of a member.</summary>
    internal static readonly ImmutableArray<string> MemberFacts = ["role", "email"];

    private PropertyPath(PropertyOwner owner, ImmutableArray<string> names)
    {
        Owner = owner;
        Names = names;
        Text = $"{owner.ToString().ToLowerInvariant()}.{string.Join('.', names)}";
    }

    /// <summary>Whose property it is.</summary>
    public PropertyOwner Owner { get; }

    /// <summary>The names on the way to it, outermost first. Never empty.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The path as documents write it.</summary>
    public string Text { get; }

    /// <summary>The path that a text writes: an owner and 1 to 4 names of 1 to 64 letters, digits, hyphens and underscores, with dots between.</summary>
    /// <returns>Null for what is none.</returns>
    public static PropertyPath? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Form().IsMatch(text)) return null;
        var parts = text.Split('.');
        var owner = Enum.Parse<PropertyOwner>(parts[0], ignoreCase: true);
        return owner == PropertyOwner.Member && (parts.Length != 2 || !MemberFacts.Contains(parts[1]))
            ? null
            : new PropertyPath(owner, [.. parts[1..]]);
    }

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"^(?:subject|resource|action|context|member)(?:\.[A-Za-z0-9_-]{1,64}){1,4}\z")]
    private static partial Regex Form();
}
