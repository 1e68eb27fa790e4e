namespace RbacGrains.Api;

/// <summary>What an organization decides for itself.</summary>
internal sealed record SettingsJson(int InvitationDays, IReadOnlyList<string> EmailDomains);
