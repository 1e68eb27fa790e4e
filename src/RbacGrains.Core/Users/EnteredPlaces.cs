using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// The organizations that the checks of one call are about: each is entered once, and the checks in it are judged by the same policy and access.
/// </summary>
internal struct EnteredPlaces
{
    private string? _last;
    private Entered? _lastEntered;
    private Dictionary<string, Entered>? _all;

    /// <summary>An organization that has been entered; null for one that has not.</summary>
    public Entered? Find(string organization)
    {
        if (string.Equals(_last, organization, StringComparison.Ordinal)) return _lastEntered;
        if (_all?.GetValueOrDefault(organization) is not { } entered) return null;
        (_last, _lastEntered) = (organization, entered);
        return entered;
    }

    /// <summary>Enters one.</summary>
    public Entered Add(string organization, EnteredPlace place)
    {
        // Most calls are about one organization, and need nothing to find it in.
        if (_lastEntered is not null) (_all ??= new(StringComparer.Ordinal) { [_last!] = _lastEntered })[organization] = new Entered(place);
        (_last, _lastEntered) = (organization, _all?[organization] ?? new Entered(place));
        return _lastEntered;
    }

    /// <summary>
    /// An organization, with the answers that were given in it: what two decisions there differ in is the reason alone, so there are few.
    /// </summary>
    internal sealed class Entered(EnteredPlace place)
    {
        private readonly Result<Decision>?[] _byReason = new Result<Decision>?[(int)DecisionReason.ConditionNotMet + 1];

        /// <summary>The decision on an action.</summary>
        public Result<Decision> Decide(string action, string? project, TimeProvider clock) =>
            place.Decide(action, project, clock, out var decision) is { } error ? error : _byReason[(int)decision.Reason] ??= decision;
    }
}
