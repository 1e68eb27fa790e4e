using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>Side by side with the framework's own authorization.</summary>
public sealed class FrameworkTests
{
    private static readonly (string, string) Alice = ("Claims", "sub=alice");
    private static readonly (string, string) AliceOfStaff = ("Claims", "sub=alice;role=staff");

    [Fact]
    public async Task Requirements_roles_and_policies_of_the_framework_must_hold_as_well()
    {
        await using var app = await GuardedApp.Start(
            new Answering().Allow("a:one"),
            app =>
            {
                app.MapGet("/{org}/roles", () => "in").RequireAuthorization(new AuthorizeAttribute { Roles = "staff" }).RequireAction("a:one");
                app.MapGet("/{org}/default", () => "in").RequireAuthorization().RequireAction("a:one");
                app.MapGet("/{org}/staff", () => "in").RequireAuthorization(new AuthorizeAttribute { Roles = "staff" }).RequireAction("a:two");
            },
            services => services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireClaim("sub", "alice").Build()));

        Assert.Equal(200, (await app.Get("/acme/roles", AliceOfStaff)).Status);
        var withoutRole = await app.Get("/acme/roles", Alice);
        Assert.Equal((403, ""), (withoutRole.Status, withoutRole.Body));
        Assert.Equal(200, (await app.Get("/acme/default", Alice)).Status);
        Assert.Equal(403, (await app.Get("/acme/default", ("Claims", "sub=bob"))).Status);
        Assert.Equal("permission_denied", (await app.Get("/acme/staff", AliceOfStaff)).Code);
    }

    [Fact]
    public async Task A_policy_can_be_named_without_being_declared_and_be_part_of_one_that_is()
    {
        await using var app = await GuardedApp.Start(
            new Answering().Allow("a:one", "flows@edit"),
            app =>
            {
                app.MapGet("/{org}/named", [Authorize(Policy = "action:a:one")] () => "in");
                app.MapGet("/{org}/area", [Authorize("action:flows@edit")] () => "in");
                app.MapGet("/{org}/any", () => "in").RequireAuthorization("action:a:two,a:one");
                app.MapGet("/{org}/denied", () => "in").RequireAuthorization("action:a:two");
                app.MapGet("/{org}/declared", () => "in").RequireAuthorization("editors");
            },
            services => services.AddAuthorizationBuilder().AddPolicy(
                "editors", policy => policy.RequireRole("staff").AddRequirements(new ActionRequirement("a:one"))));

        Assert.Equal(200, (await app.Get("/acme/named", Alice)).Status);
        Assert.Equal(200, (await app.Get("/acme/area", Alice)).Status);
        Assert.Equal(200, (await app.Get("/acme/any", Alice)).Status);
        Assert.Equal("a:two", (await app.Get("/acme/denied", Alice))["action"]);
        Assert.Equal(403, (await app.Get("/acme/declared", Alice)).Status);
        Assert.Equal(200, (await app.Get("/acme/declared", AliceOfStaff)).Status);
    }

    [Fact]
    public async Task A_name_that_only_begins_like_a_policy_lets_nobody_in()
    {
        await using var app = await GuardedApp.Start(
            new Answering(), app => app.MapGet("/{org}", () => "in").RequireAuthorization("action:Agents"));

        Assert.Equal(500, (await app.Get("/acme", Alice)).Status);
    }

    [Fact]
    public async Task Controllers_are_guarded_by_attributes_on_the_class_and_on_the_action()
    {
        await using var app = await GuardedApp.Start(
            new Answering().Allow("a:one", "a:two"),
            app => app.MapControllers(),
            services => services.AddControllers().AddApplicationPart(typeof(GuardedController).Assembly));

        Assert.Equal((200, "two of acme"), await Short(app, "/acme/guarded/two"));
        Assert.Equal(403, (await app.Get("/acme/guarded/three", Alice)).Status);

        async Task<(int, string)> Short(GuardedApp guarded, string path)
        {
            var answer = await guarded.Get(path, Alice);
            return (answer.Status, answer.Body);
        }
    }

    [Fact]
    public async Task The_fallback_policy_and_anonymous_endpoints_stay_what_they_are()
    {
        await using var app = await GuardedApp.Start(
            new Answering(),
            app =>
            {
                app.MapGet("/plain", () => "in");
                app.MapGet("/open", () => "in").AllowAnonymous();
            },
            services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));

        Assert.Equal(401, (await app.Get("/plain")).Status);
        Assert.Equal(200, (await app.Get("/plain", Alice)).Status);
        Assert.Equal(200, (await app.Get("/open")).Status);
    }

    [Fact]
    public async Task A_denial_sends_nobody_who_is_signed_in_to_sign_in_again()
    {
        await using var app = await GuardedApp.Start(
            services =>
            {
                services.AddSingleton<IPermissions>(new Answering());
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
                services.AddRbacGrains(options => options.DenialStatus = 401);
            },
            app =>
            {
                app.MapGet("/sign-in", (HttpContext context) => context.SignInAsync(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "alice")], "Password"))));
                app.MapGet("/{org}/guarded", () => "in").RequireAction("a:one");
            });

        var before = await app.Get("/acme/guarded");
        await app.Get("/sign-in");
        var after = await app.Get("/acme/guarded");

        Assert.Equal(302, before.Status);
        Assert.Equal((401, null, "permission_denied"), (after.Status, after.Location, after.Code));
        Assert.Contains("insufficient_scope", after.Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_scheme_whoever_is_not_signed_in_still_gets_a_401()
    {
        await using var app = await GuardedApp.Start(
            services => services.AddSingleton<IPermissions>(new Answering().Allow("a:one")).AddRbacGrains(),
            app => app.MapGet("/{org}", () => "in").RequireAction("a:one"));

        var answer = await app.Get("/acme");

        Assert.Equal((401, "Bearer", "unauthenticated"), (answer.Status, answer.Challenge, answer.Code));
    }

    [Fact]
    public async Task Handlers_of_the_application_that_were_there_before_go_on_working()
    {
        await using var app = await GuardedApp.Start(
            new Answering(),
            app =>
            {
                app.MapGet("/{org}/own", () => "in").RequireAuthorization("own");
                app.MapGet("/{org}/guarded", () => "in").RequireAction("a:one");
            },
            services =>
            {
                services.AddSingleton<IAuthorizationPolicyProvider, OwnPolicies>();
                services.AddSingleton<IAuthorizationMiddlewareResultHandler, Teapot>();
            });

        Assert.Equal(418, (await app.Get("/acme/own", Alice)).Status);
        Assert.Equal(403, (await app.Get("/acme/guarded", Alice)).Status);
    }

    [Fact]
    public async Task No_other_handler_overrules_a_refusal()
    {
        await using var app = await GuardedApp.Start(
            new Answering(),
            app => app.MapGet("/{org}", () => "in").RequireAction("a:one"),
            services => services.AddSingleton<IAuthorizationHandler, Lenient>());

        Assert.Equal(403, (await app.Get("/acme", Alice)).Status);
    }

    [Fact]
    public async Task Code_asks_for_the_current_request_or_for_a_scope_that_it_names()
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await GuardedApp.Start(permissions, app => app.MapGet("/{org}", async (HttpContext context, IAuthorizationService service) =>
        {
            await service.AuthorizeAsync(context.User, "action:a:one");
            await service.AuthorizeAsync(context.User, new OrganizationScope("other", "p1"), "action:a:one");
            return (await service.AuthorizeAsync(context.User, new OrganizationScope("no organization"), "action:a:one")).Succeeded;
        }).RequireAuthorization());

        var answer = await app.Get("/acme", Alice);

        Assert.Equal("false", answer.Body);
        Assert.Equal(["alice acme a:one", "alice other/p1 a:one"], permissions.Asked);
    }

    private sealed class Lenient : AuthorizationHandler<ActionRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActionRequirement requirement)
        {
            context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    private sealed class OwnPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => policyName == "own"
            ? new AuthorizationPolicyBuilder().RequireRole("nobody").Build()
            : await base.GetPolicyAsync(policyName);
    }

    private sealed class Teapot : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded) return next(context);
            context.Response.StatusCode = 418;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Two attributes, one above the other.</summary>
[ApiController]
[Route("{organization}/guarded")]
[RequireAction("a:one")]
public sealed class GuardedController : ControllerBase
{
    [HttpGet("two")]
    [RequireAction("a:two")]
    public ActionResult<string> Two(string organization) => Ok($"two of {organization}");

    [HttpGet("three")]
    [RequireAction("a:three")]
    public ActionResult<string> Three() => Ok("three");
}
