using System.Net.Mail;

namespace RbacGrains.Core;

/// <summary>E-mail addresses as far as a service that sends none can judge them.</summary>
internal static class EmailAddress
{
    /// <summary>The most characters of an address (RFC 5321, 4.5.3.1.3, less the angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>What is wrong with an address; null when nothing is.</summary>
    public static Error? Check(string email) =>
        email.Length <= MaxLength && Text.IsPlain(email) && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email
            ? null
            : Errors.InvalidValue("This is no e-mail address; it looks like 'name@example.com'.", "/email");

    /// <summary>Whether an organization's settings admit an address; an empty list admits every one.</summary>
    public static bool IsAdmitted(string email, OrganizationSettings settings) =>
        settings.EmailDomains.IsEmpty
        || settings.EmailDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
