using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A member for whom a change would turn decisions.</summary>
/// <param name="User">The member, or service account.</param>
/// <param name="Email">The member's e-mail address, as it is before the change; of somebody new, as it is to be; null when it is not known.</param>
/// <param name="Gains">What would be allowed and is denied, see <see cref="DecisionDiff.Gains"/>.</param>
/// <param name="Loses">What would be denied and is allowed, see <see cref="DecisionDiff.Loses"/>.</param>
public sealed record AffectedMember(
    string User, string? Email, ImmutableArray<DecisionChange> Gains, ImmutableArray<DecisionChange> Loses);
