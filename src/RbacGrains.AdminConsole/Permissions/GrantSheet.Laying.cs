namespace RbacGrains.AdminConsole;

/// <content>Grants laid over a base, as the engine lays a custom role over what it is based on.</content>
public sealed partial record GrantSheet
{
    /// <summary>What is left of the levels where single actions are withdrawn: the highest that is given in full.</summary>
    internal int[] LeftOfOwn => AreaLevels.Of(Model, new Role
    {
        Id = "",
        Title = "",
        Grants = Merged,
        Withdrawn = [.. Merged.Items.Where(grant => grant.IsAction && grant.Level == Withdrawn && IsOfArea(grant.On)).Select(grant => grant.On)],
    });

    private Grants Lay(Grants own)
    {
        if (Base.IsEmpty) return own;
        var pairs = Base.Pairs().Concat(own.Pairs());
        if (Model.Inheritance == Inheritance.Cascade)
        {
            // A parent's level takes the place of what its sub-areas have in the base.
            var below = Model.Areas.Where(area => RankSet(own, area.Id) is not null)
                .SelectMany(area => area.SubAreas).Select(sub => sub.Id).ToHashSet(StringComparer.Ordinal);
            pairs = Base.Pairs().Where(pair => !below.Contains(pair.Key)).Concat(own.Pairs());
        }
        return Grants.Of(pairs);
    }

    // By itself, or by the level of its area.
    private bool Gives(Grants grants, string action) => grants[action] switch
    {
        Grants.Allow => true,
        Withdrawn => false,
        _ => Model.AreaTable.TryFind(action[..action.LastIndexOf(':')], out var area)
            && Model.Levels[AreaLevels.Of(Model, grants)[area]].Verbs.Contains(VerbOf(action)),
    };

    private IEnumerable<string> WithdrawnIn(int area) => Merged.Items
        .Where(grant => grant.IsAction && grant.Level == Withdrawn && grant.On[..grant.On.LastIndexOf(':')] == Model.AreaTable.All[area].Id)
        .Select(grant => VerbOf(grant.On));

    private static string VerbOf(string action) => action[(action.LastIndexOf(':') + 1)..];
}
