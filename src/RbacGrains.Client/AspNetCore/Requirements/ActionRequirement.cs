using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>Requires that the signed-in user may do something in the organization, and the project, that the request is about.</summary>
public sealed class ActionRequirement : IAuthorizationRequirement
{
    /// <summary>Requires one action.</summary>
    /// <param name="action"><c>resource:verb</c>, or <c>area@level</c>.</param>
    /// <exception cref="ArgumentException">The action cannot be one.</exception>
    public ActionRequirement(string action)
        : this([action])
    {
    }

    /// <summary>Requires one of several actions, whichever.</summary>
    /// <param name="anyOf">At least one action.</param>
    /// <exception cref="ArgumentException">There is none, or one cannot be an action.</exception>
    public ActionRequirement(IEnumerable<string> anyOf)
    {
        AnyOf = [.. anyOf.Select(ActionWord.Require)];
        if (AnyOf.IsEmpty) throw new ArgumentException("At least one action must be required.", nameof(anyOf));
    }

    /// <summary>The actions of which one must be allowed, in the order in which they are asked. Never empty.</summary>
    public ImmutableArray<string> AnyOf { get; }

    /// <inheritdoc/>
    public override string ToString() => ActionPolicies.NameOf(AnyOf);
}
