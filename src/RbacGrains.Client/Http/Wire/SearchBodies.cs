using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What is sent to search, in the words of AuthZEN.</summary>
internal static class SearchBodies
{
    /// <summary>Who can do something.</summary>
    public static byte[] Subjects(Evaluation evaluation, PageRequest page) =>
        Of(evaluation, ResourceTypes.User, null, evaluation.Resource!.Type, evaluation.Resource.Id, hasAction: true, page);

    /// <summary>To what a user can do something.</summary>
    public static byte[] Resources(string user, string type, Evaluation evaluation, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(type);
        return Of(evaluation, ResourceTypes.User, user, type, null, hasAction: true, page);
    }

    /// <summary>What a user can do. To nothing, that is as to a type that no model has.</summary>
    public static byte[] Actions(string user, Evaluation evaluation, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(user);
        var resource = evaluation.Resource ?? new ResourceReference("", "");
        return Of(evaluation, ResourceTypes.User, user, resource.Type, resource.Id, hasAction: false, page);
    }

    private static byte[] Of(
        Evaluation evaluation, string subjectType, string? subject, string resourceType, string? resource, bool hasAction, PageRequest page)
    {
        var said = evaluation.Properties;
        using var bytes = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(bytes, PropertyBodies.Options))
        {
            json.WriteStartObject();
            Entity(json, "subject", subjectType, subject, said.Subject);
            Entity(json, "resource", resourceType, resource, said.Resource);
            if (hasAction)
            {
                json.WriteStartObject("action");
                json.WriteString("name", Named(evaluation.Action));
                PropertyBodies.Write(json, "properties", said.Action);
                json.WriteEndObject();
            }
            PropertyBodies.Write(json, "context", said.Context);
            json.WriteStartObject("page");
            json.WriteNumber("limit", page.Size);
            if (!string.IsNullOrEmpty(page.Token)) json.WriteString("token", page.Token);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Entity(Utf8JsonWriter json, string name, string type, string? id, Properties properties)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        if (id is not null) json.WriteString("id", id);
        PropertyBodies.Write(json, "properties", properties);
        json.WriteEndObject();
    }

    // The protocol completes a verb by its resource's type. Here that is no action, and with a colon it stays none.
    private static string Named(string action) => action.AsSpan().ContainsAny(':', '@') ? action : $"{action}:";
}
