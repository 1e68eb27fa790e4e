using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Asks what an invitation offers.</summary>
internal sealed record ShowInvitationBody
{
    /// <summary>The invitation's token.</summary>
    [JsonRequired]
    public string Token { get; init; } = null!;
}
