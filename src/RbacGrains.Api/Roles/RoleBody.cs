using System.Text.Json.Serialization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>All that a role of the organization's own is to be.</summary>
internal sealed record RoleBody
{
    /// <summary>Its name as people write it.</summary>
    [JsonRequired]
    public string Title { get; init; } = null!;

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The role that it builds on; none when not given.</summary>
    public string? BasedOn { get; init; }

    /// <summary>What it sets itself: levels by area, and <c>allow</c> or <c>none</c> by action.</summary>
    public Dictionary<string, string>? Grants { get; init; }

    /// <summary>The plans that offer it; all that offer its base when there are none.</summary>
    public IReadOnlyList<string?>? Plans { get; init; }

    /// <summary>The roles whose holders can give it; whoever may change members when there are none.</summary>
    public IReadOnlyList<string?>? AssignableBy { get; init; }

    /// <summary>Whether it may take something from members who hold it.</summary>
    public bool AcceptNarrowing { get; init; }

    /// <summary>What it asks an organization for.</summary>
    /// <param name="pointer">Where it is in the request's body.</param>
    public RoleContent Content(string pointer = "") => new()
    {
        Title = Title,
        Description = Description ?? "",
        BasedOn = BasedOn,
        Grants = GrantsJson.Read(Grants, pointer + "/grants"),
        Plans = [.. (Plans ?? []).Select((plan, index) => plan ?? throw Null($"{pointer}/plans/{index}", "a plan"))],
        AssignableBy = [.. (AssignableBy ?? []).Select((role, index) => role ?? throw Null($"{pointer}/assignable_by/{index}", "a role"))],
        AcceptNarrowing = AcceptNarrowing,
    };

    private static RequestException Null(string pointer, string what) =>
        new(Problem.BadRequest(ProblemCodes.InvalidType, $"This has to be {what}, and is null.", pointer));
}
