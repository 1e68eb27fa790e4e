using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Accepts or declines an invitation.</summary>
internal sealed record AnswerInvitationBody
{
    /// <summary>The invitation's token.</summary>
    [JsonRequired]
    public string Token { get; init; } = null!;

    /// <summary>The user who answers it.</summary>
    [JsonRequired]
    public string User { get; init; } = null!;

    /// <summary>The e-mail address that the user has proved.</summary>
    [JsonRequired]
    public string Email { get; init; } = null!;
}
