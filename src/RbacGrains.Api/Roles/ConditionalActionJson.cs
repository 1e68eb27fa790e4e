using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>An action that a role gives under a condition.</summary>
internal sealed record ConditionalActionJson(string Action, JsonObject When)
{
    /// <summary>The JSON of a conditional action.</summary>
    public static ConditionalActionJson Of(ConditionalAction conditional) => new(conditional.Action, ConditionJson.Of(conditional.When));
}
