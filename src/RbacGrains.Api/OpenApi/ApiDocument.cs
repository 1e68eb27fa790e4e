using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RbacGrains.Api;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal sealed class ApiDocument : IOpenApiDocumentTransformer
{
    /// <summary>The document's name, and its place in the path.</summary>
    public const string Name = "v1";

    /// <summary>What the key is called in the document.</summary>
    public const string Key = "key";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "RbacGrains",
            Version = Name,
            Description = "A multi-tenant permission service. Problems are RFC 9457 problem details with a stable code; "
                + "lists are paged; changes take an Idempotency-Key and an If-Match.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key of the service.",
        };
        return Task.CompletedTask;
    }
}
