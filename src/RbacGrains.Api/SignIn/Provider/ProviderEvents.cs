using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace RbacGrains.Api;

/// <summary>Answers sign-ins that fail, each with what is wrong with it.</summary>
internal sealed class ProviderEvents(SignInAnswers answers, ILogger<ProviderEvents> log) : OAuthEvents
{
    /// <inheritdoc/>
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Explain(context.Failure) is not { } problem) return;
        context.HandleResponse();
        if (context.HttpContext.RequestAborted.IsCancellationRequested) return;
        if (context.Failure is SignInException { Cause: { } cause }) SignInLog.Failed(log, cause);
        await answers.Refuse(context.HttpContext, problem);
    }

    // Whatever else it is, is a failure of the service, and is answered as such.
    private static Problem? Explain(Exception? failure) => failure switch
    {
        SignInException known => known.Problem,
        RequestException mistake => mistake.Problem,
        AuthenticationFailureException refused => SignInException.ByProvider(refused.Data["error"] as string ?? "").Problem,
        _ => null,
    };
}
