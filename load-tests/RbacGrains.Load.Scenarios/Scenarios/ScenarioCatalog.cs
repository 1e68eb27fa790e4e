using System.Collections.Immutable;

namespace RbacGrains.Load.Scenarios;

/// <summary>The scenarios that there are.</summary>
internal static class ScenarioCatalog
{
    /// <summary>The word for all of them.</summary>
    public const string All = "all";

    /// <summary>In the order in which they are run.</summary>
    public static ImmutableArray<ScenarioEntry> Entries { get; } =
    [
        CheckHeavy.Entry, HotOrganization.Entry, HotUser.Entry, InvitationStorm.Entry, RoleChangeStorm.Entry, PolicyChanges.Entry, Listing.Entry,
        LeasedClients.Entry, ColdStart.Entry, LettaDay.Entry, HumanloopDay.Entry, AgentStudioDay.Entry,
    ];

    /// <summary>What the names stand for, each once.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static IReadOnlyList<ScenarioEntry> Find(IReadOnlyCollection<string> names) => names.Contains(All)
        ? Entries
        :
        [
            .. names.Distinct().Select(name => Entries.FirstOrDefault(entry => entry.Name == name)
                ?? throw new ArgumentException($"There is no scenario '{name}'. There are: {string.Join(", ", Entries.Select(entry => entry.Name))}, and '{All}'.")),
        ];
}
