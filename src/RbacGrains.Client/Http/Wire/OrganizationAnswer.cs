namespace RbacGrains.Client;

/// <summary>An organization.</summary>
internal sealed record OrganizationAnswer(
    string Id, string Name, string Model, string Plan, string Owner, SettingsAnswer Settings, DateTimeOffset CreatedAt, long PolicyVersion)
{
    /// <summary>As Core has it.</summary>
    public OrganizationView ToView() => new(
        Id,
        Name,
        Model,
        Plan,
        Owner,
        new OrganizationSettings { InvitationDays = Settings.InvitationDays, EmailDomains = [.. Settings.EmailDomains] },
        CreatedAt,
        PolicyVersion);
}

/// <summary>What an organization decides for itself.</summary>
internal sealed record SettingsAnswer(int InvitationDays, IReadOnlyList<string> EmailDomains);
