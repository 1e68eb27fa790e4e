using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <content>What the grid shows.</content>
public sealed partial record GrantSheet
{
    private ImmutableArray<GridRow>? _rows;
    private Grants? _merged;

    // A copy is about to be given other grants, so it starts without the rows of the original.
    private GrantSheet(GrantSheet original)
    {
        (Model, Own, Saved, Base, BaseTitle) = (original.Model, original.Own, original.Saved, original.Base, original.BaseTitle);
        (Beside, Ceiling, Refuses, ClosedGates) = (original.Beside, original.Ceiling, original.Refuses, original.ClosedGates);
    }

    /// <summary>A sheet that is yet to be filled.</summary>
    public GrantSheet()
    {
    }

    /// <summary>Every area and sub-area in the model's order, parents before their sub-areas.</summary>
    public ImmutableArray<GridRow> Rows => _rows ??= MakeRows();

    private ImmutableArray<GridRow> MakeRows()
    {
        var own = OwnLevels;
        var left = LeftOfOwn;
        var floor = Floor();
        var beside = Beside.Select(source => (Source: source, Levels: source.Levels(Model))).ToList();
        return [.. Model.AreaTable.All.Select((area, index) =>
        {
            var parent = Model.AreaTable.Parents[index];
            var set = RankSet(Merged, area.Id);
            var inherited = RankSet(Lay(Without(Own, area.Id)), area.Id) ?? (parent < 0 ? 0 : own[parent]);
            var rank = Math.Max(own[index], floor[index]);
            var inEffect = Math.Max(left[index], floor[index]);
            var origin = OriginOf(area, set, own[index], floor[index], rank);
            var sources = beside.Where(each => each.Levels[index] > 0)
                .Select(each => new RowSource(each.Source, each.Levels[index]))
                .Concat(own[index] > 0 ? [new RowSource(null, own[index])] : []);
            return new GridRow(
                area,
                parent < 0 ? null : Model.AreaTable.All[parent],
                rank,
                Ceiling is null ? inEffect : Math.Min(inEffect, Ceiling.Ranks[index]),
                origin,
                set,
                Math.Max(inherited, floor[index]),
                Admin is null && Own[area.Id] is not null && (parent >= 0 || floor[index] > 0 || Base[area.Id] is not null),
                ChoicesOf(area, floor[index], rank),
                [.. sources],
                NoteOf(index, origin, set, rank, inEffect))
            {
                IsChanged = Saved is not null && !string.Equals(Effective(Saved, area), Effective(Own, area), StringComparison.Ordinal),
            };
        })];
    }

    // Not to set a top area and to set it to the lowest level are the same.
    private string? Effective(Grants grants, Area area) =>
        grants[area.Id] is { } level && (area.ParentId is not null || !Base.IsEmpty || Model.RankOf(level) > 0) ? level : null;

    private RowOrigin OriginOf(Area area, int? set, int own, int floor, int rank) =>
        Admin is not null ? RowOrigin.Admin
        : floor > own || (floor == own && floor > 0 && set is null) ? RowOrigin.Source
        : set > own ? RowOrigin.Capped
        : set is not null && Own[area.Id] is null ? RowOrigin.Base
        : set is not null && (area.ParentId is not null || rank > 0) ? RowOrigin.Set
        : area.ParentId is not null && rank > 0 ? RowOrigin.Inherited
        : RowOrigin.Nothing;

    private string? NoteOf(int index, RowOrigin origin, int? set, int rank, int inEffect)
    {
        var parent = Model.AreaTable.Parents[index];
        if (inEffect < rank)
            return $"{Title(rank)} without {AccessWords.List(WithdrawnIn(index), 3)}, which is withdrawn below.";
        if (Ceiling is not null && Ceiling.Ranks[index] < rank)
            return $"Capped at {Title(Ceiling.Ranks[index])} by {Ceiling.Title}.";
        if (origin == RowOrigin.Capped)
            return $"Set to {Title(set!.Value)}, capped at {Title(rank)} by {Model.AreaTable.All[parent].Title}. It returns when the parent is raised.";
        return Gated(Model.AreaTable.All[index].Id) is { } gate ? GateSentence(gate) : null;
    }

    private Gate? Gated(string area) => ClosedGates.FirstOrDefault(gate => gate.Actions.Any(action =>
        action.StartsWith(area, StringComparison.Ordinal) && action.AsSpan(area.Length).StartsWith(":", StringComparison.Ordinal)));

    private ImmutableArray<LevelChoice> ChoicesOf(Area area, int floor, int shown) =>
        [.. Model.Levels.Select((level, rank) => new LevelChoice(level, RefusalOf(area, rank, floor, shown)))];

    private string? RefusalOf(Area area, int rank, int floor, int shown)
    {
        if (Admin is { } admin) return $"{Upper(admin.Name)} holds everything that the plan allows. With another role, areas are set one by one.";
        if (rank < floor)
        {
            var giver = Beside.First(source => LevelIn(source, area) == floor);
            return $"{Upper(giver.Name)} gives {Title(floor)} here; what is set beside it only adds.";
        }
        if (area.ParentId is { } parent && Model.Inheritance == Inheritance.Cap && rank > floor)
        {
            var above = RankSet(Merged, parent) ?? 0;
            if (rank > above)
                return $"{area.Title} cannot be {Title(rank)} while {TitleOf(parent)} is {Title(above)}: a sub-area can be more restrictive "
                    + $"than its parent, but not less. Set {TitleOf(parent)} to {Title(rank)} first.";
        }
        return rank == shown ? null : Refuses?.Invoke(Choose(area.Id, rank));
    }

    private int LevelIn(GridSource source, Area area) =>
        Model.AreaTable.TryFind(area.Id, out var index) ? source.Levels(Model)[index] : 0;

    private int? RankSet(Grants grants, string area) => grants[area] is { } level && Model.RankOf(level) is >= 0 and var rank ? rank : null;

    private string Title(int rank) => Model.Levels[rank].Title;

    private string TitleOf(string area) => Model.AreaTable.TryFind(area, out var index) ? Model.AreaTable.All[index].Title : area;

    private static string Upper(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private string GateSentence(Gate gate)
    {
        var plans = string.Join(" or ", gate.Plans.Select(plan => Model.FindPlan(plan)?.Title ?? plan));
        var roles = string.Join(" or ", gate.Roles.Select(role => Model.FindRole(role)?.Title ?? role));
        var who = (plans.Length, roles.Length) switch
        {
            ( > 0, > 0) => $"plan {plans}, for role {roles}",
            ( > 0, _) => $"plan {plans}",
            _ => $"role {roles}",
        };
        return $"{gate.Title} is open on {who} only; elsewhere this has no effect.";
    }
}
