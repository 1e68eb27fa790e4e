using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>
/// The names of the policies that exist without being declared: <c>action:agents:update</c>, <c>action:knowledge/faqs@edit</c>, and with
/// commas where one of several is enough, <c>action:agents:update,agents:delete</c>.
/// </summary>
public static class ActionPolicies
{
    /// <summary>What each of the names begins with.</summary>
    public const string Prefix = "action:";

    /// <summary>The name of the policy that requires one of some actions.</summary>
    /// <exception cref="ArgumentException">There is none, or one cannot be an action.</exception>
    public static string NameOf(params IEnumerable<string> anyOf)
    {
        var actions = anyOf.Select(ActionWord.Require).ToList();
        return actions.Count > 0
            ? Prefix + string.Join(',', actions)
            : throw new ArgumentException("At least one action must be required.", nameof(anyOf));
    }

    /// <summary>The policy of a name, if it is one of these names.</summary>
    /// <exception cref="ArgumentException">The name begins like one, but what follows cannot be an action.</exception>
    internal static bool TryMake(string name, [NotNullWhen(true)] out AuthorizationPolicy? policy)
    {
        policy = name.StartsWith(Prefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder().AddRequirements(new ActionRequirement(name[Prefix.Length..].Split(','))).Build()
            : null;
        return policy is not null;
    }
}
