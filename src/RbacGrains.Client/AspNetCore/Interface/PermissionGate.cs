using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace RbacGrains.Client;

/// <summary>
/// A part of the interface that depends on a requirement, in static server rendering and in interactive circuits. Until the answer is there it
/// shows nothing; where no answer can be had it is denied. It only tidies the interface: what a part calls must be guarded itself.
/// </summary>
public abstract class PermissionGate : ComponentBase
{
    private bool? _allowed;
    private int _asked;

    /// <summary>What becomes of the content where it is not allowed. Default <see cref="GateMode.Hide"/>.</summary>
    [Parameter]
    public GateMode Mode { get; set; }

    /// <summary>The organization; null for the cascaded <see cref="OrganizationScope"/>, else the request's, else the identity's.</summary>
    [Parameter]
    public string? Organization { get; set; }

    /// <summary>The project within <see cref="Organization"/>; null for the organization itself.</summary>
    [Parameter]
    public string? Project { get; set; }

    /// <summary>What is shown where it is allowed. <see cref="Allowed"/> is another name of it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What is shown where it is allowed, for use beside <see cref="Denied"/>.</summary>
    [Parameter]
    public RenderFragment? Allowed { get; set; }

    /// <summary>What is shown, in addition where the content is disabled, where it is not allowed. Null for nothing.</summary>
    [Parameter]
    public RenderFragment? Denied { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? AuthenticationState { get; set; }

    [CascadingParameter]
    private OrganizationScope? Scope { get; set; }

    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private IAuthorizationService Authorization { get; set; } = null!;

    private protected abstract ActionRequirement Requirement { get; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (ChildContent is not null && Allowed is not null)
            throw new InvalidOperationException($"{GetType().Name} has content and {nameof(Allowed)}; give it one of the two.");
        var turn = ++_asked;
        _allowed = null;
        var user = AuthenticationState is null ? Request?.User : (await AuthenticationState).User;
        var answer = await Authorization.AuthorizeAsync(user ?? new ClaimsPrincipal(), Where(), [Requirement]);
        // Parameters may have changed meanwhile; then this answer is another question's.
        if (turn == _asked) _allowed = answer.Succeeded;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (_allowed is not { } allowed) return;
        if (Mode == GateMode.Disable) BuildFieldset(builder, allowed);
        else if (allowed) BuildContent(builder, allowed);
        if (!allowed) builder.AddContent(20, Denied);
    }

    // HTML itself disables everything in a disabled fieldset, whoever has written it.
    private void BuildFieldset(RenderTreeBuilder builder, bool allowed)
    {
        builder.OpenElement(0, "fieldset");
        builder.AddAttribute(1, "disabled", !allowed);
        builder.AddAttribute(2, "style", "display: contents");
        BuildContent(builder, allowed);
        builder.CloseElement();
    }

    private void BuildContent(RenderTreeBuilder builder, bool allowed)
    {
        builder.OpenComponent<CascadingValue<Permitted>>(10);
        builder.AddComponentParameter(11, nameof(CascadingValue<>.Value), new Permitted(allowed));
        builder.AddComponentParameter(12, nameof(CascadingValue<>.ChildContent), ChildContent ?? Allowed);
        builder.CloseComponent();
    }

    private object? Where() => Organization is null ? (object?)Scope ?? Request : new OrganizationScope(Organization, Project);
}
