using System.Reflection;

namespace RbacGrains.Api;

/// <summary>Maps handlers to paths, all within one group and one pipeline.</summary>
internal sealed class ApiRoutes(RouteGroupBuilder group, ApiPipeline pipeline)
{
    // Only endpoints of methods are documented; the pipeline's delegate is one, but not the one a reader is interested in.
    private static readonly MethodInfo Documented = ((Func<HttpContext, Task>)Document).Method;

    /// <summary>A read.</summary>
    public IEndpointConventionBuilder Get(string pattern, ApiHandler handler) => Map(HttpMethods.Get, pattern, handler, isChange: false);

    /// <summary>A question that has a body.</summary>
    public IEndpointConventionBuilder Ask(string pattern, ApiHandler handler) => Map(HttpMethods.Post, pattern, handler, isChange: false);

    /// <summary>A question in a protocol of others, which has its errors as plain text.</summary>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Answers it.</param>
    /// <param name="around">What the protocol wants done around everything else, authentication included.</param>
    public IEndpointConventionBuilder Speak(string pattern, ApiHandler handler, Func<RequestDelegate, RequestDelegate> around) =>
        group.MapMethods(pattern, [HttpMethods.Post], around(pipeline.Around(handler, isChange: false)))
            .WithMetadata(Documented, new PlainProblems());

    /// <summary>A change that makes something, or does something.</summary>
    public IEndpointConventionBuilder Post(string pattern, ApiHandler handler) => Map(HttpMethods.Post, pattern, handler, isChange: true);

    /// <summary>A change by whoever has the right of it in the body, and so without conditions of the caller's.</summary>
    public IEndpointConventionBuilder Redeem(string pattern, ApiHandler handler) =>
        group.MapMethods(pattern, [HttpMethods.Post], pipeline.Around(handler, isChange: true)).WithMetadata(Documented);

    /// <summary>A change that makes or replaces.</summary>
    public IEndpointConventionBuilder Put(string pattern, ApiHandler handler) => Map(HttpMethods.Put, pattern, handler, isChange: true);

    /// <summary>A change of some of it.</summary>
    public IEndpointConventionBuilder Patch(string pattern, ApiHandler handler) => Map(HttpMethods.Patch, pattern, handler, isChange: true);

    /// <summary>A removal.</summary>
    public IEndpointConventionBuilder Delete(string pattern, ApiHandler handler) => Map(HttpMethods.Delete, pattern, handler, isChange: true);

    /// <summary>The end of something that no organization's change is: it takes no condition and is not audited.</summary>
    public IEndpointConventionBuilder Drop(string pattern, ApiHandler handler) => Map(HttpMethods.Delete, pattern, handler, isChange: false);

    private IEndpointConventionBuilder Map(string method, string pattern, ApiHandler handler, bool isChange)
    {
        var endpoint = group.MapMethods(pattern, [method], pipeline.Around(handler, isChange)).WithMetadata(Documented);
        return isChange ? endpoint.WithMetadata(new ChangeEndpoint()) : endpoint;
    }

    private static Task Document(HttpContext context) => Task.CompletedTask;
}

/// <summary>Marks endpoints that answer problems as plain text, unless the caller accepts problem details.</summary>
internal sealed record PlainProblems;

/// <summary>Marks endpoints that judge the conditions of a change, and make none.</summary>
internal sealed record ConditionalEndpoint;

/// <summary>Marks endpoints that change something, and so take the headers of <see cref="ChangeHeaders"/>.</summary>
internal sealed record ChangeEndpoint;
