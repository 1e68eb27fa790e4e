using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>Which people the page shows. It is the query of its address, so that a view can be kept and passed on.</summary>
public sealed record UserFilter
{
    /// <summary>The word for invitations that are still open, among the words of members' statuses.</summary>
    public const string PendingWord = "pending";

    /// <summary>The sizes of a page that are offered.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>The words for statuses, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["active", PendingWord, "expired", "suspended"];

    /// <summary>Part of the user id or e-mail address; empty for everybody.</summary>
    public string Search { get; init; } = "";

    /// <summary>The role; empty for every one.</summary>
    public string Role { get; init; } = "";

    /// <summary>One of <see cref="Statuses"/>; empty for every one.</summary>
    public string Status { get; init; } = "";

    /// <summary>The group; empty for everybody.</summary>
    public string Group { get; init; } = "";

    /// <summary>How many rows make a page.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Whether everybody is shown.</summary>
    public bool IsEmpty => Search.Length + Role.Length + Status.Length + Group.Length == 0;

    /// <summary>Whether members are among what is shown.</summary>
    public bool WantsMembers => Status != PendingWord;

    /// <summary>Whether open invitations are among what is shown. They are of no group, and hold no role yet.</summary>
    public bool WantsPending => Status is "" or PendingWord && Role.Length + Group.Length == 0;

    /// <summary>The filter that an address asks for; what it says wrongly is passed over.</summary>
    public static UserFilter Read(string? search, string? role, string? status, string? group, int? size) => new()
    {
        Search = Cut(search?.Trim() ?? ""),
        Role = Identifier.IsValid(role) ? role! : "",
        Status = Statuses.Contains(status) ? status! : "",
        Group = Identifier.IsValid(group) ? group! : "",
        Size = size is { } asked && Sizes.Contains(asked) ? asked : Sizes[0],
    };

    /// <summary>The filter for members.</summary>
    public MemberFilter ToMembers() => new(
        Role: Role.Length == 0 ? null : Role,
        Status: Status switch
        {
            "active" => MemberStatus.Active,
            "expired" => MemberStatus.Expired,
            "suspended" => MemberStatus.Suspended,
            _ => null,
        },
        Group: Group.Length == 0 ? null : Group,
        Search: Search.Length == 0 ? null : Search);

    /// <summary>The filter for open invitations.</summary>
    public InvitationFilter ToInvitations() => new(InvitationStatus.Pending, Search: Search.Length == 0 ? null : Search);

    /// <summary>The query, with its question mark; empty where there is nothing to say.</summary>
    /// <param name="after">The token of the page before; empty for the first page.</param>
    public string ToQuery(string after = "") => PageQuery.Of(
        ("q", Search), ("role", Role), ("status", Status), ("group", Group),
        ("size", Size == Sizes[0] ? "" : Size.ToString(CultureInfo.InvariantCulture)), ("after", after));

    private static string Cut(string text) => text.Length <= MemberFilter.MaxSearch ? text : text[..MemberFilter.MaxSearch];
}
