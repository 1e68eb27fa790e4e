using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;
using Orleans.Serialization.Serializers;

namespace RbacGrains.Grains;

/// <summary>Adds the wire contracts to a silo or a client; both need them.</summary>
internal static class WireExtensions
{
    private static readonly (string Name, Type Type)[] Named =
    [
        ("rbac.result`1", typeof(Result<>)),
        ("rbac.page`1", typeof(Page<>)),
        ("rbac.put`1", typeof(Put<>)),
        ("rbac.caller", typeof(Caller)),
        ("rbac.check_request", typeof(CheckRequest)),
        ("rbac.decision", typeof(Decision)),
        ("rbac.lease_drop", typeof(LeaseDrop)),
    ];

    /// <summary>Adds them once, however often it is called.</summary>
    public static IServiceCollection AddRbacWire(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ContractCodec))) return services;
        services.AddSingleton<ContractCodec>();
        services.AddSingleton<IGeneralizedCodec>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<IGeneralizedCopier>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<ITypeFilter>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSerializer(serializer => serializer.Configure(NameTypes));
        return services;
    }

    // A type's place in a namespace or assembly is nobody's business on the wire.
    private static void NameTypes(TypeManifestOptions options)
    {
        options.WellKnownTypeAliases[ContractCodec.WireName] = typeof(ContractCodec);
        foreach (var (name, type) in ContractTypes.All)
            if (!type.IsGenericType) options.WellKnownTypeAliases[$"rbac.{name}"] = type;
        foreach (var (name, type) in Named) options.WellKnownTypeAliases[name] = type;
    }
}
