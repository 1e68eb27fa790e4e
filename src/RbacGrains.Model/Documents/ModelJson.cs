using System.Text.Json.Nodes;

namespace RbacGrains.Model;

/// <summary>
/// A whole authorization model as JSON, for whoever shows or judges it elsewhere. The keys are those of model documents; in
/// addition areas are named in full (<c>knowledge/faqs</c>), all actions are listed, what a role gives under conditions stands by itself, and
/// matrix rows say which roles hold them.
/// </summary>
public static class ModelJson
{
    /// <summary>Makes the JSON of a model; a new object at every call.</summary>
    public static JsonObject Of(AuthorizationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new JsonObject
        {
            ["model"] = model.Name,
            ["version"] = model.Version,
            ["title"] = model.Title,
            ["description"] = model.Description,
            ["source"] = model.Source,
            ["denial_status"] = model.DenialStatus,
            ["inheritance"] = model.Inheritance == Inheritance.Cap ? "cap" : "cascade",
            ["default_role"] = model.DefaultRole,
            ["plans"] = List(model.Plans, plan => new JsonObject { ["plan"] = plan.Id, ["title"] = plan.Title }),
            ["levels"] = List(model.Levels, Of),
            ["areas"] = List(model.Areas, Of),
            ["actions"] = Words(model.Actions.Names),
            ["roles"] = List(model.Roles, Of),
            ["presets"] = List(model.Presets, Of),
            ["gates"] = List(model.Gates, Of),
            ["matrix"] = List(RoleMatrix.Of(model).Rows, Of),
            ["administration"] = new JsonObject(model.Administration.Select(
                needed => KeyValuePair.Create(DocumentSections.KeyOf(needed.Key), (JsonNode?)needed.Value))),
        };
    }

    private static JsonObject Of(AccessLevel level) => new()
    {
        ["level"] = level.Id,
        ["title"] = level.Title,
        ["description"] = level.Description,
        ["verbs"] = Words(level.Verbs),
    };

    private static JsonObject Of(Area area)
    {
        var json = new JsonObject
        {
            ["area"] = area.Id,
            ["title"] = area.Title,
            ["description"] = area.Description,
            ["shared_by"] = Words(area.SharedBy),
        };
        if (area.ParentId is null) json["sub_areas"] = List(area.SubAreas, Of);
        return json;
    }

    private static JsonObject Of(Role role) => new()
    {
        ["role"] = role.Id,
        ["title"] = role.Title,
        ["description"] = role.Description,
        ["admin"] = role.IsAdmin,
        ["plans"] = Words(role.Plans),
        ["actions"] = Words(role.Grants.Items.Where(grant => grant.IsAction).Select(grant => grant.On)),
        ["conditional_actions"] = List(role.ConditionalActions, Of),
        ["areas"] = Levels(role.Grants),
    };

    private static JsonObject Of(ConditionalAction conditional) => new()
    {
        ["action"] = conditional.Action,
        ["when"] = ConditionJson.Of(conditional.When),
    };

    private static JsonObject Of(Preset preset) => new()
    {
        ["preset"] = preset.Id,
        ["title"] = preset.Title,
        ["areas"] = Levels(preset.Grants),
    };

    private static JsonObject Of(Gate gate) => new()
    {
        ["gate"] = gate.Id,
        ["title"] = gate.Title,
        ["actions"] = Words(gate.Actions),
        ["plans"] = Words(gate.Plans),
        ["roles"] = Words(gate.Roles),
    };

    private static JsonObject Of(RoleMatrixRow row) => new()
    {
        ["row"] = row.Row,
        ["actions"] = Words(row.Actions),
        ["roles"] = new JsonObject(row.Roles.Select(role => KeyValuePair.Create(role.Key, (JsonNode?)role.Value))),
    };

    private static JsonObject Levels(Grants grants) => new(
        grants.Items.Where(grant => !grant.IsAction).Select(grant => KeyValuePair.Create(grant.On, (JsonNode?)grant.Level)));

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode?)word)]);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> json) => new([.. items.Select(json)]);
}
