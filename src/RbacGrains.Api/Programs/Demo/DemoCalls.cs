namespace RbacGrains.Api;

/// <summary>The calls that the demo invites people to try, ready to be pasted into a shell.</summary>
internal static class DemoCalls
{
    /// <summary>The text.</summary>
    /// <param name="url">Where the service serves.</param>
    /// <param name="key">What a shell has to write for the root key.</param>
    /// <param name="token">The token of the first organization's invitation; null when it was shown at an earlier start.</param>
    public static string Text(string url, string key, string? token)
    {
        var (letta, humanloop, studio) = (DemoTenant.All[0], DemoTenant.All[1], DemoTenant.All[2]);
        return $$"""
            Three organizations are there: {{letta.Id}}, {{humanloop.Id}} and {{studio.Id}}, with a member for each role and preset.
            Try, in another shell:

            KEY={{key}}

            # An analyst of Letta may message agents, but not create them.
            {{Post(url, "check", letta, "analyst", "agents:message")}}
            {{Post(url, "check", letta, "analyst", "agents:create")}}

            # Why: every step, and a sentence.
            {{Post(url, "explain", studio, "knowledge-editor", "knowledge/faqs:modify")}}

            # What a Humanloop developer holds; who in Agent Studio can change deployments.
            curl -s {{url}}/v1/organizations/{{humanloop.Id}}/members/{{humanloop.Person("developer")}}/permissions -H "Authorization: Bearer $KEY"
            curl -s {{url}}/v1/organizations/{{studio.Id}}/actions/deployments:modify/members -H "Authorization: Bearer $KEY"

            # On behalf of a user: an editor may not invite anybody, and Letta answers that with 401.
            curl -s -i {{url}}/v1/organizations/{{letta.Id}}/invitations -H "Authorization: Bearer $KEY" -H "Rbac-Actor: {{letta.Person("editor")}}" -H "Content-Type: application/json" -d '{"email":"friend@example.com","role":"analyst"}'

            # The role table as on the page; the audit log for a spreadsheet.
            curl -s {{url}}/v1/models/letta/matrix -H "Authorization: Bearer $KEY" -H "Accept: text/markdown"
            curl -s "{{url}}/v1/organizations/{{letta.Id}}/audit?format=csv" -H "Authorization: Bearer $KEY"

            # The pending invitation{{(token is null ? "s; a new token comes with POST .../invitations/<id>/resend." : ", and its acceptance.")}}
            curl -s "{{url}}/v1/organizations/{{letta.Id}}/invitations?status=pending" -H "Authorization: Bearer $KEY"
            {{(token is null ? "" : Accept(url, letta, token))}}
            """.TrimEnd() + Environment.NewLine;
    }

    private static string Post(string url, string path, DemoTenant tenant, string who, string action) => $$"""
        curl -s {{url}}/v1/{{path}} -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"organization":"{{tenant.Id}}","user":"{{tenant.Person(who)}}","action":"{{action}}"}'
        """;

    private static string Accept(string url, DemoTenant tenant, string token) => $$"""
        curl -s {{url}}/v1/invitations/accept -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"token":"{{token}}","user":"{{tenant.Person(DemoSeed.Invited)}}","email":"{{tenant.Person(DemoSeed.Invited)}}"}'
        """;
}
