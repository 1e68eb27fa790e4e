namespace RbacGrains.Grains;

/// <summary>
/// The organization that a grain's key names: a text key up to its first <c>/</c>, which no id of an organization has. A grain whose key
/// is a number or a GUID has none, unless it has a text behind that.
/// </summary>
internal static class KeyOrganization
{
    /// <summary>The organization; empty when the key names none.</summary>
    public static string Of(IGrainContext grain)
    {
        var key = grain.GrainInstance switch
        {
            IGrainWithStringKey => grain.GrainId.Key.ToString()!,
            IGrainWithGuidCompoundKey when grain.GrainId.TryGetGuidKey(out _, out var extension) => extension ?? "",
            IGrainWithIntegerCompoundKey when grain.GrainId.TryGetIntegerKey(out _, out var extension) => extension ?? "",
            _ => "",
        };
        var end = key.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? key : key[..end];
    }
}
