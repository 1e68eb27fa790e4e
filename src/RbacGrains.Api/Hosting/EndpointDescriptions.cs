using Microsoft.AspNetCore.Http.Metadata;

namespace RbacGrains.Api;

/// <summary>Says what an endpoint takes and answers, for the OpenAPI document and for the check of the query.</summary>
internal static class EndpointDescriptions
{
    /// <summary>Says what it does and under which heading.</summary>
    public static IEndpointConventionBuilder Describe(this IEndpointConventionBuilder endpoint, string tag, string name, string summary) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary);

    /// <summary>Says what its body is.</summary>
    public static IEndpointConventionBuilder Takes<T>(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <summary>Says what its body is, if there is one.</summary>
    public static IEndpointConventionBuilder MayTake<T>(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));

    /// <summary>Says what its body is, where the endpoint itself judges the content type.</summary>
    public static IEndpointConventionBuilder TakesAnyType<T>(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new AcceptsMetadata(["*/*"], typeof(T)));

    /// <summary>Says what it answers.</summary>
    public static IEndpointConventionBuilder Answers<T>(this IEndpointConventionBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata([.. statuses.DefaultIfEmpty(200).Select(
            status => (object)new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]))]);

    /// <summary>Says what the events are that it answers with.</summary>
    public static IEndpointConventionBuilder Streams<T>(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(200, typeof(T), ["text/event-stream"]));

    /// <summary>Says that it answers with nothing but its success.</summary>
    public static IEndpointConventionBuilder AnswersNothing(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(204, typeof(void)));

    /// <summary>Says with which problems it can answer, beside those that every endpoint has.</summary>
    public static IEndpointConventionBuilder Refuses(this IEndpointConventionBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata([.. statuses.Select(
            status => (object)new ProducesResponseTypeMetadata(status, typeof(ProblemJson), [ProblemResult.MediaType]))]);

    /// <summary>Says what it takes in the query.</summary>
    public static IEndpointConventionBuilder TakesQuery(this IEndpointConventionBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new QueryParameter(name, description));

    /// <summary>Says that it takes the conditions of a change, though it makes none.</summary>
    public static IEndpointConventionBuilder TakesConditions(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new ConditionalEndpoint());

    /// <summary>Says that it answers in pages.</summary>
    public static IEndpointConventionBuilder Paged(this IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(
        new QueryParameter("page_size", "How many items at most: 1 to 1000; 100 when not given.", IsNumber: true),
        new QueryParameter("page_token", "The next_page_token of the page before."));
}
