namespace RbacGrains.Api;

/// <summary>The formats in which a model is answered.</summary>
internal enum ModelFormat
{
    /// <summary>For whoever shows it.</summary>
    Json,

    /// <summary>The document that it was read from (RFC 9512), for whoever evaluates it elsewhere.</summary>
    Yaml,
}
