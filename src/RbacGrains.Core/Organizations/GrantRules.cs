using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Whether grants mean something in a model, and how they combine with presets and with what was granted before.</summary>
internal static class GrantRules
{
    /// <summary>A preset's grants with others laid over them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="preset">The preset; null for none.</param>
    /// <param name="grants">The grants on top.</param>
    /// <param name="pointer">Where the two stand in the request.</param>
    public static Result<Grants> Fill(AuthorizationModel model, string? preset, Grants grants, string pointer)
    {
        if (Check(model, grants, pointer) is { } error) return error;
        var filled = grants;
        if (preset is not null)
        {
            if (model.FindPreset(preset) is not { } found) return UnknownPreset(model, preset, pointer);
            filled = Grants.Of(found.Grants.Pairs().Concat(grants.Pairs()));
        }
        return CheckCaps(model, filled, pointer, filled) is { } above ? above : filled;
    }

    /// <summary>Grants after a change.</summary>
    public static Result<Grants> Patch(AuthorizationModel model, Grants present, MemberPatch patch)
    {
        if (patch is { Grants.IsEmpty: true, ClearGrants: false, Preset: null }) return present;
        var set = Grants.Of(patch.Grants.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));
        if (Check(model, set, "") is { } error) return error;
        var start = patch.ClearGrants ? Grants.Empty : present;
        if (patch.Preset is not null)
        {
            if (model.FindPreset(patch.Preset) is not { } found) return UnknownPreset(model, patch.Preset, "");
            start = found.Grants;
        }
        var kept = start.Pairs().Where(pair => !patch.Grants.ContainsKey(pair.Key) && !IsOverrun(model, pair.Key, patch));
        var merged = Grants.Of(kept.Concat(set.Pairs()));
        // Only what is set now is held against its parent: what was set before may rest under a parent that was lowered since.
        return CheckCaps(model, merged, "", set) is { } above ? above : merged;
    }

    /// <summary>What is wrong with what a custom role sets itself; null when nothing is. It can withdraw single actions, too.</summary>
    public static Error? CheckOwn(AuthorizationModel model, Grants own)
    {
        if (Check(model, own, "", [Grants.Allow, Grants.None]) is { } error) return error;
        var names = new Dictionary<string, Grant>(StringComparer.Ordinal);
        foreach (var grant in own.Items.Where(grant => grant.IsAction))
        {
            var action = model.Actions[model.Actions.Resolve(grant.On)];
            if (!names.TryAdd(action, grant) && names[action].Level != grant.Level)
                return Errors.InvalidValue($"'{grant.On}' and '{names[action].On}' are one action, and cannot be both given and withdrawn.", PointerTo(grant.On, ""));
        }
        return null;
    }

    /// <summary>Whether what a custom role sets itself fits with what it comes to over its base; null when it does.</summary>
    public static Error? CheckLaid(AuthorizationModel model, Grants laid, Grants own) => CheckCaps(model, laid, "", own);

    // In a cascading model a parent's new level takes the place of what its sub-areas had.
    private static bool IsOverrun(AuthorizationModel model, string on, MemberPatch patch) =>
        model.Inheritance == Inheritance.Cascade
        && model.AreaTable.TryFind(on, out var area)
        && model.AreaTable.All[area].ParentId is { } parent
        && patch.Grants.GetValueOrDefault(parent) is not null;

    private static Error? Check(AuthorizationModel model, Grants grants, string pointer) => Check(model, grants, pointer, [Grants.Allow]);

    private static Error? Check(AuthorizationModel model, Grants grants, string pointer, ImmutableArray<string> ofActions)
    {
        foreach (var grant in grants.Items)
        {
            var at = PointerTo(grant.On, pointer);
            if (grant.IsAction)
            {
                if (!model.Actions.TryFind(grant.On, out _)) return Errors.UnknownAction(model, grant.On).At(at);
                if (!ofActions.Contains(grant.Level))
                    return Errors.Unknown(ErrorCodes.UnknownLevel, "level of a single action", grant.Level, ofActions, at);
            }
            else if (!model.AreaTable.TryFind(grant.On, out _))
                return Errors.Unknown(ErrorCodes.UnknownArea, "area", grant.On, model.AreaTable.All.Select(area => area.Id), at);
            else if (model.RankOf(grant.Level) < 0)
                return Errors.Unknown(ErrorCodes.UnknownLevel, "level", grant.Level, model.Levels.Select(level => level.Id), at);
        }
        return null;
    }

    private static Error? CheckCaps(AuthorizationModel model, Grants grants, string pointer, Grants set)
    {
        if (model.Inheritance != Inheritance.Cap) return null;
        foreach (var grant in set.Items)
        {
            if (grant.IsAction || !model.AreaTable.TryFind(grant.On, out var index)) continue;
            if (model.AreaTable.All[index].ParentId is not { } parent) continue;
            var parentLevel = grants[parent] ?? model.Levels[0].Id;
            if (model.RankOf(grant.Level) <= model.RankOf(parentLevel)) continue;
            return new Error(
                ErrorKind.Invalid,
                ErrorCodes.SubAreaAboveParent,
                $"'{grant.On}' cannot be '{grant.Level}' while its parent '{parent}' is '{parentLevel}': "
                + "a sub-area can be more restrictive than its parent, but not less.",
                PointerTo(grant.On, pointer));
        }
        return null;
    }

    private static string PointerTo(string on, string pointer) =>
        $"{pointer}/grants/{on.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static Error UnknownPreset(AuthorizationModel model, string preset, string pointer) => Errors.Unknown(
        ErrorCodes.UnknownPreset, "preset", preset, model.Presets.Select(known => known.Id), $"{pointer}/preset");
}
