using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What is sent to enter a resource into the catalog.</summary>
internal static class ResourceBodies
{
    /// <summary>What the catalog is to say.</summary>
    public static byte[] Of(ResourceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(bytes, PropertyBodies.Options))
        {
            json.WriteStartObject();
            if (content.Name is not null) json.WriteString("name", content.Name);
            if (content.Project is not null) json.WriteString("project", content.Project);
            PropertyBodies.Write(json, "properties", content.Properties);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
