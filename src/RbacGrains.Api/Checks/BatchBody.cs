using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Many checks.</summary>
internal sealed class BatchBody
{
    /// <summary>The checks, at most 10,000.</summary>
    [JsonRequired]
    public CheckBody[] Checks { get; set; } = null!;
}
