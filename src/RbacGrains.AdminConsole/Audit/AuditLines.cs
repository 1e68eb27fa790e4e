namespace RbacGrains.AdminConsole;

/// <summary>What differs between two states in the audit log, thing by thing.</summary>
internal static class AuditLines
{
    /// <summary>What somebody is assigned: role, status, expiry, grants, projects and address.</summary>
    public static IEnumerable<AccessChange> Assigned(AuditNames names, AuditFacts before, AuditFacts after)
    {
        if (before.Text("role") != after.Text("role")) yield return new("Role", names.Role(before.Text("role")), names.Role(after.Text("role")));
        if (before.Is("suspended") != after.Is("suspended")) yield return new("Status", Status(before), Status(after));
        if (before.Moment("expires_at") != after.Moment("expires_at"))
            yield return new("Expires", AccessWords.Moment(before.Moment("expires_at")), AccessWords.Moment(after.Moment("expires_at")));
        foreach (var line in Granted(names, before, after, "")) yield return line;
        var (was, isNow) = (before.Part("projects"), after.Part("projects"));
        foreach (var project in before.Names("projects").Union(after.Names("projects"), StringComparer.Ordinal))
            foreach (var line in Project(names, project, was.Part(project), isNow.Part(project))) yield return line;
        if (before.Text("email") != after.Text("email")) yield return new("E-mail address", before.Text("email") ?? "none", after.Text("email") ?? "none");
    }

    /// <summary>Levels of areas and single actions.</summary>
    public static IEnumerable<AccessChange> Granted(AuditNames names, AuditFacts before, AuditFacts after, string prefix)
    {
        var (was, isNow) = (before.Pairs("grants"), after.Pairs("grants"));
        var order = names.Model.AreaTable.All.Select(area => area.Id).ToList();
        return was.Keys.Union(isNow.Keys, StringComparer.Ordinal)
            .Where(on => was.GetValueOrDefault(on) != isNow.GetValueOrDefault(on))
            .OrderBy(on => order.IndexOf(on) is >= 0 and var place ? place : int.MaxValue).ThenBy(on => on, StringComparer.Ordinal)
            .Select(on => new AccessChange(
                prefix + names.Granted(on), names.Level(was.GetValueOrDefault(on)), names.Level(isNow.GetValueOrDefault(on))));
    }

    /// <summary>Texts by their names.</summary>
    public static IEnumerable<AccessChange> Texts(AuditFacts before, AuditFacts after, params (string Name, string Title)[] fields) =>
        from field in fields
        let was = before.Text(field.Name) ?? before.Number(field.Name) ?? ""
        let isNow = after.Text(field.Name) ?? after.Number(field.Name) ?? ""
        where was != isNow
        select new AccessChange(field.Title, was.Length == 0 ? "none" : was, isNow.Length == 0 ? "none" : isNow);

    /// <summary>A list.</summary>
    public static IEnumerable<AccessChange> List(AuditFacts before, AuditFacts after, string name, string title, string none, Func<string, string> word)
    {
        var (was, isNow) = (Words(before), Words(after));
        return was == isNow ? [] : [new(title, was, isNow)];

        string Words(AuditFacts facts) => facts.List(name) is { Count: > 0 } list ? string.Join(", ", list.Select(word)) : none;
    }

    private static IEnumerable<AccessChange> Project(AuditNames names, string project, AuditFacts before, AuditFacts after)
    {
        var title = AccessWords.Project(project);
        if (before.Exists != after.Exists) yield return new(title, before.Exists ? "limited" : "no limit", after.Exists ? "limited" : "no limit");
        if (before.Text("role") != after.Text("role")) yield return new($"{title}: role", names.Role(before.Text("role")), names.Role(after.Text("role")));
        if (before.Moment("expires_at") != after.Moment("expires_at"))
            yield return new($"{title}: closes", AccessWords.Moment(before.Moment("expires_at")), AccessWords.Moment(after.Moment("expires_at")));
        foreach (var line in Granted(names, before, after, $"{title}: ")) yield return line;
    }

    private static string Status(AuditFacts facts) => facts.Is("suspended") ? "suspended" : "active";
}
