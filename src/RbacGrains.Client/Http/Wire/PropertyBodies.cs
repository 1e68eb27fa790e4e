using System.Text.Encodings.Web;
using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>Properties as they are sent.</summary>
internal static class PropertyBodies
{
    /// <summary>How bodies with properties are written: no text is longer than it has to be, so that bounds that are kept here are kept there.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Properties under a name; nothing where there are none.</summary>
    public static void Write(Utf8JsonWriter json, string name, Properties properties)
    {
        if (properties.IsEmpty) return;
        json.WritePropertyName(name);
        properties.Json.WriteTo(json);
    }
}
