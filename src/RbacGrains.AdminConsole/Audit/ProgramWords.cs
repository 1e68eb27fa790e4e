using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Changes of service accounts and API keys in words.</summary>
internal static class ProgramWords
{
    public static AuditSentence? Of(AuditEntry entry, AuditNames names, AuditFacts before, AuditFacts after, string who)
    {
        var name = $"“{after.Text("name") ?? before.Text("name") ?? entry.Target}”";
        return entry.Kind switch
        {
            AuditKinds.ServiceAccountCreated => new(
                "smart_toy", "good", $"{who} made the service account {name} as {RemedyWords.Article(names.Role(after.Text("role")))}",
                [.. AuditLines.Assigned(names, AuditFacts.None, after).Where(line => line.What is not ("Role" or "Status"))]),
            AuditKinds.ServiceAccountChanged => Changed(names, before, after, who, name),
            AuditKinds.ServiceAccountRemoved => new("smart_toy", "bad", $"{who} removed the service account {name}", []),
            AuditKinds.ApiKeyCreated => new("key", "good", $"{who} made the API key {name}{Until(after)}{Acting(after)}", []),
            AuditKinds.ApiKeyRotated => Rotated(before, after, who, name),
            AuditKinds.ApiKeyDeleted => new("key_off", "bad", $"{who} deleted the API key {name}", []),
            _ => null,
        };
    }

    private static AuditSentence Changed(AuditNames names, AuditFacts before, AuditFacts after, string who, string name)
    {
        ImmutableArray<AccessChange> lines = [.. AuditLines.Texts(before, after, ("name", "Name")), .. AuditLines.Assigned(names, before, after)];
        return lines is [var one]
            ? new("smart_toy", "info", $"{who} changed the service account {name}: {one.What}: {one.Before} → {one.After}", [])
            : new("smart_toy", "info", $"{who} changed the service account {name}", lines);
    }

    private static AuditSentence Rotated(AuditFacts before, AuditFacts after, string who, string name)
    {
        if (before.Number("rotations") == after.Number("rotations"))
            return new("key", "info", $"{who} changed the API key {name}{Until(after)}", []);
        var grace = after.Moment("previous_until") is { } end ? $"; the secret before works until {AccessWords.Moment(end)}" : "";
        return new("autorenew", "info", $"{who} gave the API key {name} another secret{grace}", []);
    }

    private static string Until(AuditFacts facts) => facts.Moment("expires_at") is { } end ? $", good until {AccessWords.Moment(end)}" : "";

    private static string Acting(AuditFacts facts) => facts.Is("acts_for_users") ? ", which may act for users" : "";
}
