using System.Text.Json;

namespace RbacGrains.Model;

/// <summary>
/// What conditions are judged by: what the request says, what the catalog says where the request is silent, and what the service knows itself,
/// which no request can change.
/// </summary>
public sealed record ConditionFacts
{
    /// <summary>The user who is judged: <c>subject.id</c>.</summary>
    public required string User { get; init; }

    /// <summary>The member's e-mail address, <c>member.email</c>; null when it is not known.</summary>
    public string? Email { get; init; }

    /// <summary>What the request is about: <c>resource.type</c> and <c>resource.id</c>; null when it does not say.</summary>
    public ResourceReference? Resource { get; init; }

    /// <summary>What the request says.</summary>
    public RequestProperties Request { get; init; } = RequestProperties.None;

    /// <summary>What the catalog says of the user, for each name that the request does not have.</summary>
    public Properties StoredSubject { get; init; } = Properties.None;

    /// <summary>What the catalog says of the resource, for each name that the request does not have.</summary>
    public Properties StoredResource { get; init; } = Properties.None;

    /// <summary>Finds the value of a property.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="role">The member's role, <c>member.role</c>.</param>
    internal PropertyValue Find(PropertyPath path, string role)
    {
        if (BuiltIn(path, role, out var known)) return known is null ? default : new PropertyValue(new SingleValue(known));
        var (said, stored) = path.Owner switch
        {
            PropertyOwner.Subject => (Request.Subject, StoredSubject),
            PropertyOwner.Resource => (Request.Resource, StoredResource),
            PropertyOwner.Action => (Request.Action, Properties.None),
            _ => (Request.Context, Properties.None),
        };
        var found = (said.Has(path.Names[0]) ? said : stored).Find(path.Names[0]);
        for (var index = 1; index < path.Names.Length && found is { } outer; index++)
            found = outer.ValueKind == JsonValueKind.Object && outer.TryGetProperty(path.Names[index], out var inner) ? inner : null;
        return found is { } value ? new PropertyValue(value) : default;
    }

    private bool BuiltIn(PropertyPath path, string role, out string? value)
    {
        value = (path.Owner, path.Names) switch
        {
            (PropertyOwner.Member, ["role"]) => role,
            (PropertyOwner.Member, _) => Email,
            (PropertyOwner.Subject, ["id"]) => User,
            (PropertyOwner.Resource, ["type"]) => Resource?.Type,
            (PropertyOwner.Resource, ["id"]) => Resource?.Id,
            _ => null,
        };
        return value is not null
            || path.Owner == PropertyOwner.Member
            || (path is { Owner: PropertyOwner.Resource, Names: ["type" or "id"] } && Resource is null);
    }
}

/// <summary>The value of a property: nothing, a single value, a list, or an object.</summary>
internal readonly record struct PropertyValue
{
    private readonly JsonElement _json;

    public PropertyValue(SingleValue single) => Single = single;

    public PropertyValue(JsonElement json)
    {
        _json = json;
        Single = SingleValue.Of(json);
    }

    /// <summary>The single value; null when it is none.</summary>
    public SingleValue? Single { get; }

    /// <summary>Whether there is a value at all; null counts as none.</summary>
    public bool IsPresent => Single is not null || _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The single values of a list; nothing for what is no list.</summary>
    public IEnumerable<SingleValue> Items => _json.ValueKind == JsonValueKind.Array
        ? _json.EnumerateArray().Select(SingleValue.Of).OfType<SingleValue>()
        : [];
}
