using System.Text.Json.Nodes;

namespace RbacGrains.Client;

/// <summary>What is sent to assign something to a member.</summary>
internal static class MemberBodies
{
    /// <summary>A whole assignment.</summary>
    public static byte[] Of(MemberAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return HttpJson.Bytes(Assignment(assignment));
    }

    /// <summary>The fields of a whole assignment.</summary>
    public static JsonObject Assignment(MemberAssignment assignment)
    {
        var body = new JsonObject { ["suspended"] = assignment.Suspended, ["grants"] = GrantBodies.Of(assignment.Grants) };
        if (assignment.Role is not null) body["role"] = assignment.Role;
        if (assignment.Email is not null) body["email"] = assignment.Email;
        if (assignment.Preset is not null) body["preset"] = assignment.Preset;
        if (assignment.ExpiresAt is { } end) body["expires_at"] = end;
        body["projects"] = Of(assignment.Projects);
        return body;
    }

    /// <summary>A merge patch: what stays is left out, and null takes away.</summary>
    public static byte[] Of(MemberPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return HttpJson.Bytes(Patch(patch));
    }

    /// <summary>The fields of a merge patch.</summary>
    public static JsonObject Patch(MemberPatch patch)
    {
        var body = new JsonObject();
        if (patch.Role is not null) body["role"] = patch.Role;
        if (patch.Preset is not null) body["preset"] = patch.Preset;
        if (patch.Email.IsGiven) body["email"] = patch.Email.Value;
        if (patch.ExpiresAt.IsGiven) body["expires_at"] = patch.ExpiresAt.Value;
        if (patch.Suspended is { } suspended) body["suspended"] = suspended;
        if (patch.ClearGrants) body["clear_grants"] = true;
        if (!patch.Grants.IsEmpty) body["grants"] = GrantBodies.Of(patch.Grants);
        if (patch.ClearProjects) body["clear_projects"] = true;
        if (!patch.Projects.IsEmpty)
            body["projects"] = new JsonObject(patch.Projects.Select(project =>
                KeyValuePair.Create<string, JsonNode?>(project.Key, project.Value is null ? null : Of(project.Value))));
        return body;
    }

    /// <summary>Ceilings by project.</summary>
    public static JsonObject Of(IEnumerable<ProjectAssignment> projects) =>
        new(projects.Select(project => KeyValuePair.Create<string, JsonNode?>(project.Project, Of(project))));

    private static JsonObject Of(ProjectAssignment project)
    {
        var body = new JsonObject { ["grants"] = GrantBodies.Of(project.Grants) };
        if (project.Role is not null) body["role"] = project.Role;
        if (project.Preset is not null) body["preset"] = project.Preset;
        if (project.ExpiresAt is { } end) body["expires_at"] = end;
        return body;
    }
}

/// <summary>Grants as an object: levels by area, <c>allow</c> by action.</summary>
internal static class GrantBodies
{
    /// <summary>Grants.</summary>
    public static JsonObject Of(Grants grants) =>
        new(grants.Items.Select(grant => KeyValuePair.Create<string, JsonNode?>(grant.On, grant.Level)));

    /// <summary>A change of grants.</summary>
    public static JsonObject Of(IEnumerable<KeyValuePair<string, string?>> grants) =>
        new(grants.Select(grant => KeyValuePair.Create<string, JsonNode?>(grant.Key, grant.Value)));
}
