using Microsoft.AspNetCore.Components;

namespace RbacGrains.Client;

/// <summary>
/// Shows what it encloses to whoever may do something, and hides or disables it for everybody else:
/// <c>&lt;RequireAction Action="agents:update"&gt;...&lt;/RequireAction&gt;</c>.
/// </summary>
public sealed class RequireAction : PermissionGate
{
    /// <summary>What must be allowed: <c>resource:verb</c>, or <c>area@level</c>.</summary>
    [Parameter]
    [EditorRequired]
    public string Action { get; set; } = "";

    private protected override ActionRequirement Requirement => new(Action);
}
