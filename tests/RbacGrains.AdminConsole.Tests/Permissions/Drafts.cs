using System.Collections.Immutable;
using RbacGrains.Contract.Tests;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Permissions;

/// <summary>Drafts of a member of a model, as tests need them.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static Policy Policy(string model, string plan = "enterprise") => new(ContractModels.Catalog.Find(model)!, plan);

    public static GridDraft Of(string model, string role, params (string On, string Level)[] grants) =>
        GridDraft.Of(Policy(model), new Access { Role = role, Grants = Grants(grants) }, null, Now);

    public static Grants Grants(params (string On, string Level)[] grants) =>
        Model.Grants.Of(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)));

    public static GridRow Row(this GridDraft draft, string area) => draft.Sheet.Rows.Single(row => row.Area.Id == area);

    public static string? Refusal(this GridDraft draft, string area, int rank) => draft.Row(area).Choices[rank].Refusal;

    public static IReadOnlyList<string> Texts(this ImmutableArray<AccessChange> changes) =>
        [.. changes.Select(change => $"{change.What}: {change.Before} → {change.After}")];
}
