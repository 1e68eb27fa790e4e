namespace RbacGrains.AdminConsole;

/// <summary>Changes of invitations in words.</summary>
internal static class InvitationWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who)
    {
        var email = after.Text("email") ?? before.Text("email") ?? entry.Target;
        var role = RemedyWords.Article(names.Role(after.Text("role") ?? before.Text("role")));
        var until = after.Moment("expires_at") is { } end ? $", open until {AccessWords.Moment(end)}" : "";
        return entry.Kind switch
        {
            AuditKinds.InvitationSent => new(
                "mail", "info", $"{who} invited {email} as {role}{until}",
                [.. AuditLines.Granted(names, AuditFacts.None, after, "")]),
            AuditKinds.InvitationResent => new("forward_to_inbox", "info", $"{who} sent the invitation of {email} again{until}", []),
            AuditKinds.InvitationChanged => new(
                "mail", "info", $"{who} changed what the invitation of {email} promises: {role} (was {RemedyWords.Article(names.Role(before.Text("role")))})", []),
            AuditKinds.InvitationRevoked => new("cancel_schedule_send", "bad", $"{who} revoked the invitation of {email}", []),
            AuditKinds.InvitationAccepted => new("mark_email_read", "good", $"{who} accepted the invitation of {email} as {role}", []),
            AuditKinds.InvitationDeclined => new("unsubscribe", "bad", $"{who} declined the invitation of {email}", []),
            _ => null,
        };
    }
}
