namespace RbacGrains.AdminConsole;

/// <content>What can be done to the grants.</content>
public sealed partial record GrantSheet
{
    /// <summary>The grants with a level chosen in an area, by its rank. A level that cannot be had here leaves them as they are.</summary>
    public Grants Choose(string area, int rank)
    {
        if (!Model.AreaTable.TryFind(area, out var index) || rank < 0 || rank >= Model.Levels.Length || Admin is not null) return Own;
        var floor = Floor()[index];
        if (rank < floor) return Own;
        var parent = Model.AreaTable.Parents[index];
        if (parent < 0) return ChooseTop(Model.AreaTable.All[index], rank, floor);

        if (Model.Inheritance == Inheritance.Cap && rank > (RankSet(Merged, Model.AreaTable.All[parent].Id) ?? 0))
            // What the role gives here needs nothing beside it.
            return rank == floor ? Without(Own, area) : Own;
        return With(Own, area, rank);
    }

    /// <summary>The grants without what is set in an area, which then follows its parent, its base or its role.</summary>
    public Grants Reset(string area) => Without(Own, area);

    /// <summary>The grants with a single action given or not given.</summary>
    public Grants Toggle(string action, bool given)
    {
        if (!Model.Actions.TryFind(action, out _) || Admin is not null) return Own;
        var unset = Without(Own, action);
        if (given) return Gives(Lay(unset), action) && BaseTitle.Length > 0 ? unset : Put(Own, action, Grants.Allow);
        return Gives(Lay(unset), action) && BaseTitle.Length > 0 ? Put(Own, action, Withdrawn) : unset;
    }

    /// <summary>The grants of a preset, in the place of all others.</summary>
    public static Grants Apply(Preset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return preset.Grants;
    }

    private Grants ChooseTop(Area area, int rank, int floor)
    {
        var start = Own;
        // In a cascading model a parent's new level takes the place of what its sub-areas had.
        if (Model.Inheritance == Inheritance.Cascade)
            foreach (var sub in area.SubAreas) start = Without(start, sub.Id);
        var isPlain = rank == 0 && RankSet(Base, area.Id) is null && (Saved?[area.Id] is not { } saved || Model.RankOf(saved) != 0);
        return isPlain || (floor > 0 && rank == floor) ? Without(start, area.Id) : With(start, area.Id, rank);
    }

    private Grants With(Grants grants, string area, int rank) =>
        !Base.IsEmpty && RankSet(Lay(Without(grants, area)), area) == rank ? Without(grants, area) : Put(grants, area, Model.Levels[rank].Id);

    private static Grants Put(Grants grants, string on, string level) => Grants.Of(grants.Pairs().Append(KeyValuePair.Create(on, level)));

    private static Grants Without(Grants grants, string on) => grants[on] is null ? grants : Grants.Of(grants.Pairs().Where(pair => pair.Key != on));
}
