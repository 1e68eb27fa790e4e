using System.Collections.Immutable;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What a demo organization has beside a member for each role and preset, so that its pages show something.</summary>
internal sealed partial record DemoContent
{
    /// <summary>Its own roles, by id.</summary>
    public required ImmutableArray<(string Id, RoleContent Content)> Roles { get; init; }

    /// <summary>Its people, by the first part of their address.</summary>
    public required ImmutableArray<(string Who, MemberAssignment Assignment)> People { get; init; }

    /// <summary>Its groups, by id, and who is in them. The last of them is made last of all.</summary>
    public required ImmutableArray<(string Id, GroupContent Content, ImmutableArray<string> Members)> Groups { get; init; }

    /// <summary>Its API keys; nobody keeps their secrets.</summary>
    public required ImmutableArray<CreateApiKey> Keys { get; init; }

    /// <summary>Who is invited besides, and how they answered.</summary>
    public required ImmutableArray<(string Who, InvitationStatus Status)> Invited { get; init; }

    /// <summary>The content for an organization.</summary>
    /// <param name="model">The model it lives by.</param>
    /// <param name="now">The present, to which ends of access are laid.</param>
    public static DemoContent For(string model, DateTimeOffset now) => model switch
    {
        "letta" => Letta(now),
        "humanloop" => Humanloop(now),
        _ => AgentStudio(now),
    };

    private static (string, MemberAssignment) Person(
        string who, string role, string? preset = null, Grants? grants = null, DateTimeOffset? until = null, bool suspended = false,
        params ReadOnlySpan<ProjectAssignment> projects) =>
        (who, new MemberAssignment
        {
            Role = role,
            Preset = preset,
            Grants = grants ?? Grants.Empty,
            ExpiresAt = until,
            Suspended = suspended,
            Projects = [.. projects],
        });

    private static ProjectAssignment Limit(string project, string? role = null, string? preset = null, Grants? grants = null) =>
        new() { Project = project, Role = role, Preset = preset, Grants = grants ?? Grants.Empty };

    private static Grants Set(params ReadOnlySpan<(string On, string Level)> grants)
    {
        var pairs = new List<KeyValuePair<string, string>>(grants.Length);
        foreach (var (on, level) in grants) pairs.Add(new(on, level));
        return Grants.Of(pairs);
    }

    // Nothing can be given that has ended already; this has ended by the time that anybody looks.
    private static DateTimeOffset Over(DateTimeOffset now) => now.AddSeconds(2);
}
