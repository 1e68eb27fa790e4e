using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>The data of an event. A <c>session</c> has its id and its first lease; a <c>drop</c> its number and what to drop.</summary>
internal sealed record LeaseEventJson
{
    /// <summary>The session's id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Session { get; init; }

    /// <summary>The first lease in milliseconds, counted from before the session was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LeaseMs { get; init; }

    /// <summary>The number of the last drop; to acknowledge it acknowledges all before it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Number { get; init; }

    /// <summary>Users of whom nothing is to be answered from what is held.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Users { get; init; }

    /// <summary>Organizations whose policies are to be dropped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Organizations { get; init; }
}

/// <summary>Drops that are said together.</summary>
internal sealed record DropsJson(long Number, IReadOnlyList<string> Users, IReadOnlyList<string> Organizations);
