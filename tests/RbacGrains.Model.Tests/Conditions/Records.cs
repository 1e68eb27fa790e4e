using System.Text.Json;

namespace RbacGrains.Model.Tests.Conditions;

/// <summary>A model whose roles give actions under conditions, and short words for judging by it.</summary>
internal static class Records
{
    public static readonly AuthorizationModel Model = Read(
        """
              - records:read
              - { action: records:write, when: { property: resource.status, not_equals: archived } }
        """);

    /// <summary>The model with a role <c>editor</c> that has these actions.</summary>
    public static AuthorizationModel Read(string actions)
    {
        var reading = ModelReader.Read(Document(actions));
        return reading.Model ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static string Document(string actions) =>
        $"""
        model: archive
        version: 1
        title: Archive
        plans: [{"{ plan: free, title: Free }"}, {"{ plan: paid, title: Paid }"}]
        resources:
          records: [read, write, delete, share]
        roles:
          - {"{ role: admin, title: Admin, admin: true }"}
          - role: editor
            title: Editor
            actions:
        {actions}
          - {"{ role: manager, title: Manager, actions: [records:read, { action: records:write, when: { property: resource.status, not_equals: archived } }] }"}
          - {"{ role: writer, title: Writer, actions: [records:read, records:write] }"}
          - {"{ role: guest, title: Guest }"}
        gates:
          - {"{ title: Sharing, actions: [records:share], plans: [paid] }"}

        """;

    /// <summary>The only condition of an editor whose condition is this YAML.</summary>
    public static Condition Condition(string yaml) =>
        Read($"      - {{ action: records:write, when: {yaml} }}").FindRole("editor")!.ConditionalActions.Single().When;

    public static Properties Properties(string json) => RbacGrains.Model.Properties.Of(JsonElement.Parse(json));

    public static ConditionFacts Facts(string resource = "{}", string subject = "{}", string action = "{}", string context = "{}") => new()
    {
        User = "alice",
        Email = "alice@example.com",
        Request = new RequestProperties
        {
            Subject = Properties(subject),
            Resource = Properties(resource),
            Action = Properties(action),
            Context = Properties(context),
        },
    };

}
