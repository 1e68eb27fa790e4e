using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What is sent to ask whether a user may do something.</summary>
internal static class CheckBodies
{
    /// <summary>One check.</summary>
    public static byte[] Of(string user, in CheckRequest check)
    {
        using var bytes = new MemoryStream(128);
        using (var json = new Utf8JsonWriter(bytes)) Write(json, user, check);
        return bytes.ToArray();
    }

    /// <summary>Many checks of one user.</summary>
    public static byte[] Of(string user, ReadOnlySpan<CheckRequest> checks)
    {
        using var bytes = new MemoryStream(128 * checks.Length);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("checks"u8);
            foreach (var check in checks) Write(json, user, check);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string user, in CheckRequest check)
    {
        json.WriteStartObject();
        json.WriteString("organization"u8, check.Organization ?? throw new ArgumentNullException(nameof(check)));
        json.WriteString("user"u8, user);
        json.WriteString("action"u8, check.Action ?? throw new ArgumentNullException(nameof(check)));
        if (check.Project is not null) json.WriteString("project"u8, check.Project);
        json.WriteEndObject();
    }
}
