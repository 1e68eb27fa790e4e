using Microsoft.AspNetCore.Components;

namespace RbacGrains.Client;

/// <summary>
/// Shows what it encloses to whoever has at least a level in an area, and hides or disables it for everybody else:
/// <c>&lt;RequireArea Area="knowledge/faqs" Level="edit"&gt;...&lt;/RequireArea&gt;</c>.
/// </summary>
public sealed class RequireArea : PermissionGate
{
    /// <summary>The area or sub-area.</summary>
    [Parameter]
    [EditorRequired]
    public string Area { get; set; } = "";

    /// <summary>The least level; not <c>none</c>.</summary>
    [Parameter]
    [EditorRequired]
    public string Level { get; set; } = "";

    private protected override ActionRequirement Requirement => new(ActionWord.Of(Area, Level));
}
