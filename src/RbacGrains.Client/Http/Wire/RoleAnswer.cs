using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>A role as it can be assigned in one organization.</summary>
internal sealed record RoleAnswer(
    string Id,
    string Title,
    string Description,
    bool Admin,
    bool Offered,
    IReadOnlyList<string> Plans,
    Dictionary<string, string> Grants,
    IReadOnlyList<ConditionalActionAnswer> ConditionalActions,
    long PolicyVersion,
    IReadOnlyList<string>? Withdrawn = null,
    CustomRoleAnswer? Custom = null)
{
    /// <summary>As Core has it.</summary>
    public RoleView ToView() => new(
        new Role
        {
            Id = Id,
            Title = Title,
            Description = Description,
            IsAdmin = Admin,
            Plans = [.. Plans],
            Grants = Model.Grants.Of(Grants),
            ConditionalActions = [.. ConditionalActions.Select(action => action.ToAction())],
            Withdrawn = [.. Withdrawn ?? []],
        },
        Offered,
        PolicyVersion)
    {
        Custom = Custom?.ToRole(Id, Title, Description),
    };
}

/// <summary>What an organization has made a role of its own of.</summary>
internal sealed record CustomRoleAnswer(
    string? BasedOn, Dictionary<string, string> Grants, IReadOnlyList<string> Plans, IReadOnlyList<string> AssignableBy, long Version)
{
    /// <summary>As Core has it.</summary>
    public CustomRole ToRole(string id, string title, string description) => new()
    {
        Id = id,
        Title = title,
        Description = description,
        BasedOn = BasedOn,
        Grants = Model.Grants.Of(Grants),
        Plans = [.. Plans],
        AssignableBy = [.. AssignableBy],
        Version = Version,
    };
}

/// <summary>An action that a role gives under a condition.</summary>
internal sealed record ConditionalActionAnswer(string Action, JsonElement When)
{
    /// <summary>As the model has it.</summary>
    /// <exception cref="JsonException">The condition is none that this version knows.</exception>
    public ConditionalAction ToAction()
    {
        try
        {
            return new ConditionalAction(Action, ConditionJson.Parse(When));
        }
        catch (InvalidOperationException mistake)
        {
            throw new JsonException("A condition has a part of another type.", mistake);
        }
    }
}
