using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RbacGrains.Client;

/// <summary>
/// Hides or disables an element of a Razor page or view: <c>&lt;button require-action="agents:update"&gt;</c>,
/// <c>&lt;section require-area="knowledge/faqs" require-level="edit" require-mode="Disable"&gt;</c>. It only tidies the interface: the endpoint behind it must be guarded itself.
/// </summary>
/// <param name="authorization">The framework's.</param>
[HtmlTargetElement(Attributes = "require-action")]
[HtmlTargetElement(Attributes = "require-area, require-level")]
public sealed class RequireTagHelper(IAuthorizationService authorization) : TagHelper
{
    private static readonly HashSet<string> Controls =
        new(StringComparer.OrdinalIgnoreCase) { "button", "fieldset", "input", "optgroup", "option", "select", "textarea" };

    /// <summary>Runs before the helpers that make links and forms, so that what is hidden costs nothing.</summary>
    public override int Order => -2000;

    /// <summary>What must be allowed: <c>resource:verb</c>, or <c>area@level</c>.</summary>
    [HtmlAttributeName("require-action")]
    public string? Action { get; set; }

    /// <summary>An area or sub-area in which <see cref="Level"/> must be held.</summary>
    [HtmlAttributeName("require-area")]
    public string? Area { get; set; }

    /// <summary>The least level; not <c>none</c>.</summary>
    [HtmlAttributeName("require-level")]
    public string? Level { get; set; }

    /// <summary>What becomes of the element where it is not allowed. Default <see cref="GateMode.Hide"/>.</summary>
    [HtmlAttributeName("require-mode")]
    public GateMode Mode { get; set; }

    /// <summary>The organization; null for the request's.</summary>
    [HtmlAttributeName("require-organization")]
    public string? Organization { get; set; }

    /// <summary>The page, for its request.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var request = ViewContext.HttpContext;
        object where = Organization is null ? request : new OrganizationScope(Organization);
        var answer = await authorization.AuthorizeAsync(request.User, where, Requirements());
        if (answer.Succeeded) return;
        if (Mode == GateMode.Hide) output.SuppressOutput();
        else Disable(output);
    }

    private List<ActionRequirement> Requirements()
    {
        List<ActionRequirement> all = [];
        if (Action is not null) all.Add(new ActionRequirement(Action));
        if (Area is not null) all.Add(new ActionRequirement(ActionWord.Of(Area, Level ?? Client.Level.None)));
        return all;
    }

    // Controls know 'disabled'; everything else is inert, with all that is in it.
    private static void Disable(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("aria-disabled", "true");
        output.Attributes.SetAttribute(new TagHelperAttribute(Controls.Contains(output.TagName) ? "disabled" : "inert"));
        output.Attributes.RemoveAll("href");
    }
}
