using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// The organizations that the checks of one call are about: each is entered once, and the checks in it are judged by the same policy and access.
/// </summary>
internal struct EnteredPlaces
{
    // Most calls are about few organizations, and those are found quicker one after another than by their hash.
    private const int Few = 8;

    private Entered? _latest;
    private int _count;
    private Dictionary<string, Entered>? _all;

    /// <summary>An organization that has been entered; null for one that has not.</summary>
    public readonly Entered? Find(string organization)
    {
        if (_all is not null) return _all.GetValueOrDefault(organization);
        for (var entered = _latest; entered is not null; entered = entered.Before)
            if (string.Equals(entered.Organization, organization, StringComparison.Ordinal)) return entered;
        return null;
    }

    /// <summary>Enters one that has not been entered.</summary>
    public Entered Add(string organization, EnteredPlace place)
    {
        _latest = new Entered(organization, place, _latest);
        if (++_count == Few) _all = ByName(_latest);
        else _all?.Add(organization, _latest);
        return _latest;
    }

    private static Dictionary<string, Entered> ByName(Entered latest)
    {
        var all = new Dictionary<string, Entered>(StringComparer.Ordinal);
        for (var entered = latest; entered is not null; entered = entered.Before) all.Add(entered.Organization, entered);
        return all;
    }

    /// <summary>
    /// An organization, with the latest answers that were given in it: what two decisions there differ in is the reason alone, so nearly all
    /// are one of two.
    /// </summary>
    internal sealed class Entered(string organization, EnteredPlace place, Entered? before)
    {
        private Result<Decision>? _allowed;
        private Result<Decision>? _denied;

        /// <summary>Which one.</summary>
        public string Organization { get; } = organization;

        /// <summary>The one that was entered before it.</summary>
        public Entered? Before { get; } = before;

        /// <summary>The decision on an action.</summary>
        public Result<Decision> Decide(string action, string? project, TimeProvider clock)
        {
            if (place.Decide(action, project, clock, out var decision) is { } error) return error;
            ref var known = ref decision.Allowed ? ref _allowed : ref _denied;
            return known is not null && known.Value == decision ? known : known = decision;
        }
    }
}
