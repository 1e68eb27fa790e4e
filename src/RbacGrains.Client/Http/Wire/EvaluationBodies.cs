using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What is sent to ask whether a user may do something when the properties are known.</summary>
internal static class EvaluationBodies
{
    // A batch is half of what the service reads of one unless it is told otherwise.
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>One evaluation.</summary>
    public static byte[] Of(string user, string organization, Evaluation evaluation)
    {
        using var bytes = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(bytes, PropertyBodies.Options)) Write(json, user, organization, evaluation);
        return bytes.ToArray();
    }

    /// <summary>Evaluations of one user, as many as fit.</summary>
    /// <param name="user">The user.</param>
    /// <param name="organization">Where.</param>
    /// <param name="evaluations">The evaluations, at least one.</param>
    /// <param name="taken">How many of them are in the body.</param>
    public static byte[] Of(string user, string organization, ReadOnlySpan<Evaluation> evaluations, out int taken)
    {
        taken = 0;
        using var bytes = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(bytes, PropertyBodies.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("checks"u8);
            while (taken < evaluations.Length && json.BytesCommitted + json.BytesPending < MostBytes)
                Write(json, user, organization, evaluations[taken++]);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string user, string organization, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(evaluation);
        json.WriteStartObject();
        json.WriteString("organization"u8, organization);
        json.WriteString("user"u8, user);
        json.WriteString("action"u8, evaluation.Action);
        if (evaluation.Project is not null) json.WriteString("project"u8, evaluation.Project);
        if (evaluation.Resource is { } resource)
        {
            json.WriteStartObject("resource"u8);
            json.WriteString("type"u8, resource.Type);
            json.WriteString("id"u8, resource.Id);
            json.WriteEndObject();
        }
        // Also when they are empty: without them it would be a plain check, which satisfies no condition.
        json.WriteStartObject("properties"u8);
        PropertyBodies.Write(json, "subject", evaluation.Properties.Subject);
        PropertyBodies.Write(json, "resource", evaluation.Properties.Resource);
        PropertyBodies.Write(json, "action", evaluation.Properties.Action);
        PropertyBodies.Write(json, "context", evaluation.Properties.Context);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
