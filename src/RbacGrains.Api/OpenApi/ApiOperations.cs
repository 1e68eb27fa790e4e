using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace RbacGrains.Api;

/// <summary>What the OpenAPI document says about each operation: what its path, query and headers take.</summary>
internal sealed class ApiOperations : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<System.Reflection.MethodInfo>().FirstOrDefault()?.DeclaringType != typeof(ApiRoutes)) return Task.CompletedTask;

        operation.Parameters = [];
        foreach (var name in RoutePatternFactory.Parse(context.Description.RelativePath!).Parameters.Select(parameter => parameter.Name))
            Add(operation, ParameterLocation.Path, name, null);
        foreach (var parameter in metadata.OfType<QueryParameter>())
            Add(operation, ParameterLocation.Query, parameter.Name, parameter.Description,
                parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String);
        Add(operation, ParameterLocation.Header, Authentication.ActorHeader, "The user on whose behalf the call is made.");
        var isChange = metadata.OfType<ChangeEndpoint>().Any();
        if (isChange) Add(operation, ParameterLocation.Header, ChangeHeaders.IdempotencyKey, "Names the change: sent again, it is not made again.");
        if (isChange || metadata.OfType<ConditionalEndpoint>().Any())
        {
            Add(operation, ParameterLocation.Header, "If-Match", "The ETag that the resource must still have.");
            Add(operation, ParameterLocation.Header, ChangeHeaders.IfAllowed, "An action that must still be allowed to the acting user.");
        }
        if (isChange) Add(operation, ParameterLocation.Header, ChangeHeaders.Reason, "Why, for the audit log.");

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.Key, context.Document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static void Add(
        OpenApiOperation operation, ParameterLocation place, string name, string? description, JsonSchemaType type = JsonSchemaType.String) =>
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path,
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        });
}
