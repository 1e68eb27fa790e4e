using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Client;

/// <summary>What there may be, and what there need not be, beside <see cref="IPermissions"/>.</summary>
internal interface IGridSource
{
    /// <summary>The grid; null where the application has only <see cref="IPermissions"/>.</summary>
    IGrid? Grid { get; }

    /// <summary>The models that the application knows.</summary>
    ModelCatalog Models { get; }
}

/// <inheritdoc/>
internal sealed class GridSource(IServiceProvider services) : IGridSource
{
    private readonly Lazy<ModelCatalog> _models = new(() => services.GetService<ModelCatalog>() ?? ShippedModels.Load());

    /// <inheritdoc/>
    public IGrid? Grid => services.GetService<IGrid>();

    /// <inheritdoc/>
    public ModelCatalog Models => _models.Value;
}
