using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The keys of catalog entries: organization, type and id, with slashes between. Of the three only a type may have one itself.</summary>
public static class CatalogKey
{
    /// <summary>The key of an entry.</summary>
    public static string Of(string organization, ResourceReference resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return $"{organization}/{resource.Type}/{resource.Id}";
    }
}
