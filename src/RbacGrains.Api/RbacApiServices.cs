using Microsoft.Extensions.DependencyInjection.Extensions;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Registers what the HTTP API needs beside a grid and a model catalog.</summary>
public static class RbacApiServices
{
    /// <summary>
    /// Adds the API's services. The OpenAPI document describes JSON as minimal APIs write it, so their JSON options become
    /// the API's.
    /// </summary>
    public static IServiceCollection AddRbacApi(this IServiceCollection services, Action<RbacApiOptions> configure)
    {
        services.AddOptions<RbacApiOptions>().Configure(configure)
            .Validate(
                options => options.RootKey is not { Length: > RbacApiOptions.MostKeyCharacters },
                $"Rbac:RootKey has more than {RbacApiOptions.MostKeyCharacters} characters.")
            .Validate(options => options.MaxBodyBytes > 0 && options.MaxBatchBytes > 0, "The limits of bodies have to be positive.")
            .Validate(
                options => options.PublicUrl is null || AuthZenMetadata.IsBase(options.PublicUrl),
                "Rbac:PublicUrl has to be an http or https address without query or fragment, such as https://rbac.example.com.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RootKey>();
        services.TryAddSingleton<IApiKeys, KnownKeys>();
        services.TryAddSingleton<Authentication>();
        services.TryAddSingleton<IReadiness, GridReadiness>();
        // A host has its grid only once it has started, after the endpoints were mapped.
        services.TryAddSingleton(provider => new Lazy<IGrid>(provider.GetRequiredService<IGrid>, LazyThreadSafetyMode.PublicationOnly));
        services.TryAddSingleton<ApiPipeline>();
        services.TryAddSingleton<ModelEndpoints>();
        services.TryAddSingleton<OrganizationMatrixEndpoint>();
        // Not every host grants leases; one that does has them only once it has started.
        services.TryAddSingleton(provider => new Lazy<ILeaseSessions?>(provider.GetService<ILeaseSessions>, LazyThreadSafetyMode.PublicationOnly));
        services.TryAddSingleton<LeaseEndpoints>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ApiJson.Context.Options.PropertyNamingPolicy;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Context);
        });
        services.AddOpenApi(ApiDocument.Name, document =>
        {
            document.CreateSchemaReferenceId = ApiSchemas.NameOf;
            document.AddDocumentTransformer<ApiDocument>();
            document.AddOperationTransformer<ApiOperations>();
            document.AddSchemaTransformer<ApiSchemas>();
        });
        return services;
    }
}
