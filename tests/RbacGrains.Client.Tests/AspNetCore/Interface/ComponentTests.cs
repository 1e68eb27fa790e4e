using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Client.Tests.AspNetCore.Interface;

/// <summary>The Blazor components, rendered.</summary>
public sealed class ComponentTests : IAsyncDisposable
{
    private static readonly RenderFragment Content = builder =>
    {
        builder.OpenElement(0, "button");
        builder.CloseElement();
        builder.OpenComponent<Inner>(1);
        builder.CloseComponent();
    };

    private static readonly RenderFragment Hint = builder => builder.AddContent(0, "ask an admin");

    private readonly Answering _permissions = new Answering().Allow("a:one", "flows@edit");
    private readonly ServiceProvider _services;

    public ComponentTests() => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IPermissions>(_permissions)
        .AddRbacGrains()
        .BuildServiceProvider();

    [Theory]
    [InlineData("a:one", GateMode.Hide, "<button></button><i>True</i>")]
    [InlineData("a:two", GateMode.Hide, "ask an admin")]
    [InlineData("a:one", GateMode.Disable, "<fieldset style=\"display: contents\"><button></button><i>True</i></fieldset>")]
    [InlineData("a:two", GateMode.Disable, "<fieldset disabled style=\"display: contents\"><button></button><i>False</i></fieldset>ask an admin")]
    public async Task Content_is_shown_hidden_or_disabled(string action, GateMode mode, string html) =>
        Assert.Equal(html, await Render<RequireAction>(SignedIn(), new()
        {
            [nameof(RequireAction.Action)] = action,
            [nameof(RequireAction.Mode)] = mode,
            [nameof(RequireAction.Allowed)] = Content,
            [nameof(RequireAction.Denied)] = Hint,
        }));

    [Theory]
    [InlineData("flows", "edit", "<button></button><i>True</i>")]
    [InlineData("tools", "edit", "")]
    public async Task An_area_at_a_level_is_as_good_as_an_action(string area, string level, string html) =>
        Assert.Equal(html, await Render<RequireArea>(SignedIn(), new()
        {
            [nameof(RequireArea.Area)] = area,
            [nameof(RequireArea.Level)] = level,
            [nameof(RequireArea.ChildContent)] = Content,
        }));

    [Fact]
    public async Task Where_nobody_is_signed_in_nothing_is_shown_and_nobody_is_asked()
    {
        Assert.Equal("", await Render<RequireAction>(null, Allowed()));
        Assert.Equal("", await Render<RequireAction>(Task.FromResult(new AuthenticationState(new ClaimsPrincipal())), Allowed()));
        Assert.Empty(_permissions.Asked);
    }

    [Fact]
    public async Task Where_no_answer_can_be_had_nothing_is_shown()
    {
        _permissions.Answers["a:one"] = _ => throw new InvalidOperationException("The grid is gone.");

        Assert.Equal("", await Render<RequireAction>(SignedIn(), Allowed()));
    }

    [Fact]
    public async Task Where_it_is_asked_comes_from_the_parameter_else_the_cascade_else_the_request_else_the_claims()
    {
        var request = new DefaultHttpContext { RequestServices = _services };
        request.Request.RouteValues["org"] = "of-the-route";
        var named = Allowed();
        named[nameof(RequireAction.Organization)] = "named";
        named[nameof(RequireAction.Project)] = "p1";

        await Render<RequireAction>(SignedIn(), named, new OrganizationScope("cascaded"), request);
        await Render<RequireAction>(SignedIn(), Allowed(), new OrganizationScope("cascaded"), request);
        await Render<RequireAction>(SignedIn(), Allowed(), request: request);
        await Render<RequireAction>(SignedIn(), Allowed());

        Assert.Equal(["alice named/p1 a:one", "alice cascaded a:one", "alice of-the-route a:one", "alice of-the-claim a:one"], _permissions.Asked);
    }

    [Fact]
    public async Task In_static_rendering_the_request_knows_who_is_signed_in()
    {
        var request = new DefaultHttpContext { RequestServices = _services, User = (await SignedIn()).User };

        Assert.NotEqual("", await Render<RequireAction>(null, Allowed(), request: request));
    }

    [Fact]
    public async Task Content_under_two_names_is_a_mistake()
    {
        var twice = Allowed();
        twice[nameof(RequireAction.Allowed)] = Content;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Render<RequireAction>(SignedIn(), twice));
    }

    // As in an interactive circuit: the answer comes after the first rendering, and belongs to parameters that have changed since.
    [Fact]
    public async Task An_answer_to_what_is_no_longer_asked_is_not_shown()
    {
        _permissions.Admins.Add("bob");
        var late = new TaskCompletionSource<AuthenticationState>();
        Changing? page = null;
        await using var renderer = new HtmlRenderer(_services, _services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = renderer.BeginRenderingComponent<Changing>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Changing.First)] = late.Task,
                [nameof(Changing.Second)] = SignedIn(),
                [nameof(Changing.Made)] = (Action<Changing>)(made => page = made),
            }));
            Assert.Equal("", root.ToHtmlString());
            page!.Change();
            late.SetResult(await SignedIn("bob"));
            await root.QuiescenceTask;
            return root.ToHtmlString();
        });

        Assert.Equal("", html);
        Assert.Contains("alice of-the-claim a:two", _permissions.Asked);
        Assert.Equal("bob of-the-claim a:two", _permissions.Asked[^1]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Dictionary<string, object?> Allowed() => new()
    {
        [nameof(RequireAction.Action)] = "a:one",
        [nameof(RequireAction.ChildContent)] = Content,
    };

    private static Task<AuthenticationState> SignedIn(string user = "alice") => Task.FromResult(new AuthenticationState(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", user), new Claim("org_id", "of-the-claim")], "Test"))));

    private async Task<string> Render<T>(
        Task<AuthenticationState>? state, Dictionary<string, object?> parameters, OrganizationScope? scope = null, HttpContext? request = null)
        where T : PermissionGate
    {
        await using var renderer = new HtmlRenderer(_services, _services.GetRequiredService<ILoggerFactory>());
        RenderFragment gate = builder =>
        {
            builder.OpenComponent<T>(0);
            builder.AddMultipleAttributes(1, parameters!);
            builder.CloseComponent();
        };
        var all = Cascade(state, Cascade(scope, Cascade(request, gate)));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Root>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Root.Content)] = all }))).ToHtmlString());
    }

    private static RenderFragment Cascade<T>(T? value, RenderFragment content)
        where T : class => value is null ? content : builder =>
    {
        builder.OpenComponent<CascadingValue<T>>(0);
        builder.AddComponentParameter(1, "Value", value);
        builder.AddComponentParameter(2, "ChildContent", content);
        builder.CloseComponent();
    };

    private sealed class Root : ComponentBase
    {
        [Parameter]
        public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }

    /// <summary>Learns from the gate around it whether it may be used.</summary>
    private sealed class Inner : ComponentBase
    {
        [CascadingParameter]
        private Permitted? Permitted { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "i");
            builder.AddContent(1, Permitted?.Allowed.ToString());
            builder.CloseElement();
        }
    }

    /// <summary>Asks for one action, and then for another.</summary>
    private sealed class Changing : ComponentBase
    {
        private bool _changed;

        [Parameter]
        public Task<AuthenticationState>? First { get; set; }

        [Parameter]
        public Task<AuthenticationState>? Second { get; set; }

        [Parameter]
        public Action<Changing>? Made { get; set; }

        public void Change()
        {
            _changed = true;
            StateHasChanged();
        }

        protected override void OnInitialized() => Made?.Invoke(this);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<Task<AuthenticationState>>>(0);
            builder.AddComponentParameter(1, "Value", _changed ? Second : First);
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(inner =>
            {
                inner.OpenComponent<RequireAction>(0);
                inner.AddComponentParameter(1, nameof(RequireAction.Action), _changed ? "a:two" : "a:one");
                inner.AddComponentParameter(2, nameof(RequireAction.ChildContent), Content);
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
