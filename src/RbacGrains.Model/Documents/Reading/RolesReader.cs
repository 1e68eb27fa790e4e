using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads <c>roles</c>, in the order of the page's columns; on every plan one of them is an admin.</summary>
internal static class RolesReader
{
    private static readonly string[] GrantKeys = ["actions", "areas"];

    public static ImmutableArray<Role> Read(Fields document, Inheritance inheritance, Declarations names)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var fields in document.Entries("roles", DocumentSections.Role))
        {
            var id = fields.Word("role");
            names.Roles.Declare(id, fields.Problems);
            roles.Add(Read(fields, id?.Text ?? "", inheritance, names));
        }
        names.Roles.MarkIncompleteIf(document.Failed("roles"));
        CheckAdmins(document, roles, names);
        return roles.ToImmutable();
    }

    private static Role Read(Fields fields, string id, Inheritance inheritance, Declarations names)
    {
        var (actions, conditional) = RoleActionsReader.Read(fields, names.Actions);
        var areas = GrantsReader.Areas(fields, inheritance, names);
        var role = new Role
        {
            Id = id,
            Title = fields.Title("title"),
            Description = fields.Text("description"),
            IsAdmin = fields.Flag("admin"),
            Plans = [.. names.Plans.ResolveAll(fields.Restriction("plans"), fields.Sentence, fields.Problems)],
            Grants = Grants.Of(actions.Select(action => KeyValuePair.Create(action, Grants.Allow))
                .Concat(areas.Select(grant => KeyValuePair.Create(grant.On, grant.Level)))),
            ConditionalActions = conditional,
        };
        if (!role.IsAdmin) return role;
        foreach (var key in GrantKeys.Where(fields.Has))
            fields.Problems.Add(
                fields.PlaceOf(key), $"{fields.Sentence} is an admin, who holds everything, and lists {key} beside that.",
                $"Leave out '{key}', or 'admin'.");
        return role;
    }

    private static void CheckAdmins(Fields document, IReadOnlyCollection<Role> roles, Declarations names)
    {
        if (!names.Roles.IsComplete || document.Failed("roles")) return;
        var admins = roles.Where(role => role.IsAdmin).ToList();
        if (admins.Count == 0)
            document.Problems.Add(
                document.PlaceOf("roles"), "No role is an admin, and an organization always keeps one.",
                "Mark the role that holds everything: `admin: true`.");
        else
            foreach (var plan in names.Plans.InOrder.Where(plan => !admins.Exists(admin => admin.IsOfferedBy(plan))))
                document.Problems.Add(
                    document.PlaceOf("roles"), $"No admin role is offered on the plan '{plan}', and an organization always keeps one.",
                    $"Add '{plan}' to the plans of an admin role, or leave out its `plans`.");
    }
}
