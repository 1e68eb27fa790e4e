using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RbacGrains.Api;

/// <summary>What the OpenAPI document says about types whose JSON is not that of their members.</summary>
internal sealed class ApiSchemas : IOpenApiSchemaTransformer
{
    /// <summary>What a type's schema is called; null for one that is written where it is used.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        FieldTypes.PatchedType(type.Type) is not null || type.Type == typeof(RawJson)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?
                .Replace("ListJsonOf", "ListOf", StringComparison.Ordinal)
                .Replace("Json", "", StringComparison.Ordinal)
                .Replace("Body", "Request", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (FieldTypes.PatchedType(type) is { } patched)
        {
            var inner = await context.GetOrCreateSchemaAsync(patched, null, cancellationToken);
            schema.Properties = null;
            schema.Required = null;
            schema.Type = (inner.Type ?? JsonSchemaType.Object) | JsonSchemaType.Null;
            schema.Format = inner.Format;
            schema.AdditionalProperties = inner.AdditionalProperties;
        }
        else if (type == typeof(RawJson))
        {
            schema.Properties = null;
            schema.Required = null;
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
        }
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan))
        {
            schema.Pattern = null;
            schema.Type = JsonSchemaType.Integer | JsonSchemaType.String;
            schema.Description = "Whole seconds, or a string such as \"30m\", \"12h\", \"7d\" or \"P7D\".";
        }
    }
}
