using System.Globalization;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>Model documents of any size, in the manner of Agent Studio's: areas of three levels, some with sub-areas, and roles over them.</summary>
internal static class GeneratedModel
{
    /// <summary>The name of every such model.</summary>
    public const string Name = "generated";

    /// <summary>The title of the area of a number; its id is the same.</summary>
    public static string Area(int number) => string.Create(CultureInfo.InvariantCulture, $"area{number}");

    /// <summary>The role of a number; 0 is an admin's.</summary>
    public static string Role(int number) => string.Create(CultureInfo.InvariantCulture, $"role{number}");

    /// <summary>Writes one.</summary>
    /// <param name="areas">How many areas, at least 3.</param>
    /// <param name="roles">How many roles, at least 2.</param>
    public static string Write(int areas, int roles)
    {
        var text = new StringBuilder($"""
            model: {Name}
            version: 1
            title: Generated
            denial_status: 403
            inheritance: cap
            default_role: {Role(1)}

            plans:
              - plan: free
                title: Free
              - plan: enterprise
                title: Enterprise

            resources:
              users: [invite, remove, modify_permissions]

            levels:
              - level: none
                title: None
              - level: read
                title: Read
                verbs: [view]
              - level: edit
                title: Edit
                verbs: [view, create, modify, delete]

            areas:

            """);
        for (var area = 0; area < areas; area++) text.Append(CultureInfo.InvariantCulture, $"  - title: {Area(area)}\n    description: An area.\n");
        text.Append("\nroles:\n");
        for (var role = 0; role < roles; role++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - role: {Role(role)}\n    title: {Role(role)}\n    description: A role.\n");
            text.Append(role == 0
                ? "    admin: true\n"
                : $"    areas:\n      {Area(role % areas)}: edit\n      {Area((role + 1) % areas)}: read\n      {Area((role + 2) % areas)}: read\n");
        }
        return text.ToString();
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidOperationException">It has mistakes.</exception>
    public static AuthorizationModel Read(string document)
    {
        var reading = ModelReader.Read(document);
        return reading.Model ?? throw new InvalidOperationException($"The generated model is refused: {reading.Problems[0]}");
    }
}
