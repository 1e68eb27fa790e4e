using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>What one method of one grain class requires, worked out once.</summary>
/// <param name="AllOf">The requirements, each of which must hold: one of its actions allowed. Empty for what is not guarded.</param>
/// <param name="OrganizationArgument">The argument that names the organization; -1 when none does.</param>
/// <param name="ProjectArgument">The argument that names the project; -1 when none does.</param>
/// <param name="IsWhereTheCallerActs">Whether the caller says where, when no argument does.</param>
internal sealed record CallRequirements(
    ImmutableArray<ActionRequirement> AllOf, int OrganizationArgument, int ProjectArgument, bool IsWhereTheCallerActs)
{
    /// <summary>Those of a call that anybody may make.</summary>
    public static readonly CallRequirements None = new([], -1, -1, false);

    /// <summary>
    /// Reads the attributes of the method, of the method that implements it, of the class with its bases, and of every interface of the class by
    /// which the method can be called: choosing another reference must not get anybody past one.
    /// </summary>
    /// <exception cref="InvalidOperationException">An attribute stands on a parameter that cannot be what it says.</exception>
    public static CallRequirements Of(MethodInfo called, MethodInfo implementation, Type grain)
    {
        var declaring = called.DeclaringType!;
        MemberInfo[] members = [.. grain.GetInterfaces().Where(declaring.IsAssignableFrom), grain, called, implementation];
        // What the framework's own [Authorize] names by such a policy is required all the same; any other policy of it is not for grains.
        var required = members
            .SelectMany(member => member.GetCustomAttributes<AuthorizeAttribute>(inherit: true))
            .Select(attribute => attribute.Policy)
            .OfType<string>()
            .Where(policy => policy.StartsWith(ActionPolicies.Prefix, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Select(policy => new ActionRequirement(policy[ActionPolicies.Prefix.Length..].Split(',')))
            .ToImmutableArray();
        return required.IsEmpty ? None : new CallRequirements(
            required,
            Find<OrganizationAttribute>(called, implementation),
            Find<ProjectAttribute>(called, implementation),
            members.Any(member => member.IsDefined(typeof(WhereTheCallerActsAttribute), inherit: true)));
    }

    private static int Find<TAttribute>(MethodInfo called, MethodInfo implementation)
        where TAttribute : Attribute
    {
        var marked = called.GetParameters().Concat(implementation.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(TAttribute), inherit: true))
            .DistinctBy(parameter => parameter.Position)
            .ToList();
        if (marked.Count == 0) return -1;
        if (marked.Count == 1 && marked[0].ParameterType == typeof(string)) return marked[0].Position;
        throw new InvalidOperationException(
            $"[{typeof(TAttribute).Name[..^"Attribute".Length]}] of {called.DeclaringType}.{called.Name} must stand on one parameter, of type string.");
    }
}
