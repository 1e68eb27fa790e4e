namespace RbacGrains.Grains;

/// <summary>Adds the call filters to a silo that has the grains, too.</summary>
public static class SiloCallFilterExtensions
{
    /// <inheritdoc cref="CallFilterExtensions.AddRbacCallFilters(Microsoft.Extensions.DependencyInjection.IServiceCollection)"/>
    /// <param name="silo">The silo.</param>
    public static ISiloBuilder AddRbacCallFilters(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddRbacCallFilters();
        return silo;
    }
}
