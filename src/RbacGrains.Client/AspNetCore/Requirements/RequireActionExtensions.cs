using Microsoft.AspNetCore.Builder;

namespace RbacGrains.Client;

/// <summary>Guards endpoints where they are mapped: minimal APIs, groups, hubs, controllers, pages.</summary>
public static class RequireActionExtensions
{
    /// <summary>Lets in whoever may do something.</summary>
    /// <inheritdoc cref="RequireActionAttribute"/>
    public static TBuilder RequireAction<TBuilder>(this TBuilder builder, string action)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireActionAttribute(action));

    /// <summary>Lets in whoever has at least a level in an area.</summary>
    /// <inheritdoc cref="RequireAreaAttribute"/>
    public static TBuilder RequireArea<TBuilder>(this TBuilder builder, string area, string level)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireAreaAttribute(area, level));

    /// <summary>Lets in whoever may do one of several things.</summary>
    /// <inheritdoc cref="RequireAnyActionAttribute"/>
    public static TBuilder RequireAnyAction<TBuilder>(this TBuilder builder, params string[] actions)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireAnyActionAttribute(actions));
}
