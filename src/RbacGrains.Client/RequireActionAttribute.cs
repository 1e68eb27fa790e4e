namespace RbacGrains.Client;

/// <summary>Whoever calls what it stands on must be allowed an action.</summary>
/// <param name="action">The action, <c>resource:verb</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public class RequireActionAttribute(string action) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;
}
