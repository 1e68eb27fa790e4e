using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Client.Tests.AspNetCore.Interface;

/// <summary>The tag helper of Razor pages and views. The Letta sample's tests see it in a page.</summary>
public sealed class TagHelperTests : IAsyncDisposable
{
    private readonly Answering _permissions = new Answering().Allow("a:one", "flows@edit");
    private readonly ServiceProvider _services;

    public TagHelperTests() => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IPermissions>(_permissions)
        .AddRbacGrains()
        .BuildServiceProvider();

    [Theory]
    [InlineData("a:one", GateMode.Hide, "<button class=\"x\">Go</button>")]
    [InlineData("a:one", GateMode.Disable, "<button class=\"x\">Go</button>")]
    [InlineData("a:two", GateMode.Hide, "")]
    [InlineData("a:two", GateMode.Disable, "<button class=\"x\" aria-disabled=\"true\" disabled>Go</button>")]
    public async Task A_control_is_shown_hidden_or_disabled(string action, GateMode mode, string html) =>
        Assert.Equal(html, await Render("button", helper => (helper.Action, helper.Mode) = (action, mode)));

    [Fact]
    public async Task What_is_no_control_becomes_inert_and_a_link_leads_nowhere() =>
        Assert.Equal(
            "<a class=\"x\" aria-disabled=\"true\" inert>Go</a>",
            await Render("a", helper => (helper.Action, helper.Mode) = ("a:two", GateMode.Disable), new TagHelperAttribute("href", "/billing")));

    [Theory]
    [InlineData("flows", "edit", true)]
    [InlineData("flows", "read", false)]
    [InlineData("tools", "edit", false)]
    public async Task An_area_at_a_level_is_as_good_as_an_action(string area, string level, bool shown) =>
        Assert.Equal(shown, await Render("section", helper => (helper.Area, helper.Level) = (area, level)) != "");

    [Fact]
    public async Task An_action_and_an_area_must_both_hold() =>
        Assert.Equal("", await Render("section", helper => (helper.Action, helper.Area, helper.Level) = ("a:one", "tools", "edit")));

    [Fact]
    public async Task Nothing_is_shown_to_whoever_is_not_signed_in_and_nobody_is_asked()
    {
        Assert.Equal("", await Render("button", helper => helper.Action = "a:one", signedIn: false));
        Assert.Empty(_permissions.Asked);
    }

    [Fact]
    public async Task Another_organization_than_the_requests_can_be_named()
    {
        await Render("button", helper => (helper.Action, helper.Organization) = ("a:one", "other"));
        await Render("button", helper => helper.Action = "a:one");

        Assert.Equal(["alice other a:one", "alice acme a:one"], _permissions.Asked);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<string> Render(string tag, Action<RequireTagHelper> set, bool signedIn = true) => Render(tag, set, null, signedIn);

    private async Task<string> Render(string tag, Action<RequireTagHelper> set, TagHelperAttribute? attribute, bool signedIn = true)
    {
        var request = new DefaultHttpContext { RequestServices = _services };
        request.Request.RouteValues["org"] = "acme";
        if (signedIn) request.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "alice")], "Test"));
        var helper = new RequireTagHelper(_services.GetRequiredService<IAuthorizationService>())
        {
            ViewContext = new ViewContext { HttpContext = request },
        };
        set(helper);
        TagHelperAttributeList attributes = [new TagHelperAttribute("class", "x")];
        if (attribute is not null) attributes.Add(attribute);
        var output = new TagHelperOutput(tag, attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        output.Content.SetContent("Go");

        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);

        await using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
