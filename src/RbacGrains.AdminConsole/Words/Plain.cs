using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>Turns the names of models and operations into words for people.</summary>
public static class Plain
{
    /// <summary>The words of a slug: <c>api_keys</c> is "API keys".</summary>
    public static string Title(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        var words = slug.Replace('_', ' ').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((word, index) => word is "api" or "faq" or "sms" or "url" ? word.ToUpperInvariant() : index == 0 ? Capital(word) : word);
        return string.Join(' ', words);
    }

    /// <summary>What an operation does, to follow "you may" or "you may not".</summary>
    public static string Does(AdministrativeOperation operation) => operation switch
    {
        AdministrativeOperation.UpdateOrganization => "change this organization's settings",
        AdministrativeOperation.ChangePlan => "change this organization's plan",
        AdministrativeOperation.DeleteOrganization => "delete this organization",
        AdministrativeOperation.ReadMembers => "see who the members are and what they hold",
        AdministrativeOperation.InviteMembers => "invite people",
        AdministrativeOperation.ChangeMembers => "change what members hold",
        AdministrativeOperation.RemoveMembers => "remove members",
        AdministrativeOperation.ReadAudit => "read the audit log",
        AdministrativeOperation.ManageRoles => "manage roles",
        AdministrativeOperation.ManageGroups => "manage groups",
        AdministrativeOperation.CreateApiKeys => "make API keys",
        AdministrativeOperation.ReadApiKeys => "see API keys",
        AdministrativeOperation.DeleteApiKeys => "delete API keys",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "An operation without words."),
    };

    /// <summary>A day, as people of any country read it: 5 Mar 2026.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC: 5 Mar 2026, 14:07 UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Capital(string word) => string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1));
}
