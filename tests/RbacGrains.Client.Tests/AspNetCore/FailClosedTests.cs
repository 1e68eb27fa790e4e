using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>Where no answer can be had, nothing is allowed.</summary>
public sealed class FailClosedTests
{
    private static readonly (string, string) Alice = ("Claims", "sub=alice");

    private static readonly Error Unavailable = new(ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "The cluster at 10.0.0.7 is gone.");

    [Fact]
    public async Task A_grid_that_does_not_answer_is_a_503_that_says_no_more()
    {
        var permissions = new Answering().Answer("a:one", Unavailable).Answer("a:key", new Error(ErrorKind.Denied, "unauthenticated", "Wrong key 4711."));
        permissions.Answers["a:throws"] = _ => throw new InvalidOperationException("Password=4711");
        permissions.Answers["a:timeout"] = _ => throw new OperationCanceledException();
        await using var app = await GuardedApp.Start(permissions, app =>
        {
            foreach (var action in permissions.Answers.Keys) app.MapGet($"/{{org}}/{action[2..]}", () => "in").RequireAction(action);
        });

        foreach (var action in permissions.Answers.Keys)
        {
            var answer = await app.Get($"/acme/{action[2..]}", Alice);
            Assert.Equal((503, "grid_unavailable"), (answer.Status, answer.Code));
            Assert.DoesNotContain("4711", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("10.0.0.7", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_of_several_is_denied_only_when_every_answer_is_known()
    {
        var permissions = new Answering().Answer("a:one", Unavailable).Allow("a:three");
        await using var app = await GuardedApp.Start(permissions, app =>
        {
            app.MapGet("/{org}/unknown", () => "in").RequireAnyAction("a:one", "a:two");
            app.MapGet("/{org}/known", () => "in").RequireAnyAction("a:one", "a:three");
        });

        Assert.Equal(503, (await app.Get("/acme/unknown", Alice)).Status);
        Assert.Equal(200, (await app.Get("/acme/known", Alice)).Status);
    }

    [Fact]
    public async Task A_request_that_is_given_up_ends_the_asking_and_reaches_no_endpoint()
    {
        var reached = false;
        var asked = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var permissions = new Waiting(asked, ended);
        await using var app = await GuardedApp.Start(permissions, app => app.MapGet("/{org}", () => reached = true).RequireAction("a:one"));
        using var cancellation = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/acme");
        request.Headers.Add("Claims", "sub=alice");

        var answer = app.Http.SendAsync(request, cancellation.Token);
        await asked.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await ended.Task;
        Assert.False(reached);
    }

    [Fact]
    public async Task An_application_that_can_ask_nobody_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            GuardedApp.Start(services => services.AddRbacGrains(), app => app.MapGet("/{org}", () => "in").RequireAction("a:one")));

        Assert.Contains("AddRbacEmbedded", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("organization")]
    [InlineData("status")]
    public async Task Options_under_which_nothing_could_be_right_keep_the_application_from_starting(string mistake) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => GuardedApp.Start(new Answering(), _ => { }, configure: options =>
        {
            if (mistake == "user") options.User.Clear();
            if (mistake == "organization") options.Organization.Clear();
            if (mistake == "status") options.DenialStatus = 200;
        }));

    [Fact]
    public async Task Whatever_is_registered_to_ask_is_asked_in_whichever_order_it_is_registered()
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await GuardedApp.Start(
            services =>
            {
                services.AddRbacGrains();
                services.AddRbacGrains();
                services.AddSingleton<IPermissions>(permissions);
            },
            _ => { });

        Assert.Same(permissions, app.Services.GetRequiredService<IPermissions>());
        Assert.Single(app.Services.GetServices<IAuthorizationHandler>(), handler => handler is ActionAuthorizationHandler);
    }

    private sealed class Waiting(TaskCompletionSource asked, TaskCompletionSource ended) : IPermissions
    {
        public ValueTask<bool> Allows(string user, string organization, string action, string? project, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public async ValueTask<Result<Decision>> Check(
            string user, string organization, string action, string? project, CancellationToken cancellationToken)
        {
            asked.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }

            return new Decision(DecisionReason.Granted, 1, 1);
        }
    }
}
