using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Serializers;

namespace RbacGrains.Grains;

/// <summary>Adds the wire contracts to a silo or a client; both need them.</summary>
internal static class WireExtensions
{
    /// <summary>Adds them once, however often it is called.</summary>
    public static IServiceCollection AddRbacWire(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ContractCodec))) return services;
        services.AddSingleton<ContractCodec>();
        services.AddSingleton<IGeneralizedCodec>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<IGeneralizedCopier>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<ITypeFilter>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSerializer(serializer => serializer.Configure(
            options => options.WellKnownTypeAliases[ContractCodec.WireName] = typeof(ContractCodec)));
        return services;
    }
}
