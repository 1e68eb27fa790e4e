using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>What a change would do to the first of several members, as the engine says.</summary>
/// <param name="Looked">How many of them were looked at.</param>
/// <param name="IsWhole">Whether these are all.</param>
/// <param name="Gaining">How many would be allowed something more.</param>
/// <param name="Losing">How many would no longer be allowed something.</param>
/// <param name="Refusals">Who would be refused, and why.</param>
/// <param name="Turns">How many decisions would turn for each of those for whom any would.</param>
public sealed record BulkPreview(
    int Looked, bool IsWhole, int Gaining, int Losing, ImmutableArray<BulkOutcome> Refusals, ImmutableArray<AffectedMember> Turns)
{
    /// <summary>How many members are looked at, at most.</summary>
    public const int Most = 50;

    /// <summary>How many would be changed without any decision's turning.</summary>
    public int Neither => Looked - Refusals.Length - Turns.Length;

    /// <summary>Asks the engine.</summary>
    public static async Task<BulkPreview> Of(BulkPeople people, BulkAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(action);
        var refusals = ImmutableArray.CreateBuilder<BulkOutcome>();
        var turns = ImmutableArray.CreateBuilder<AffectedMember>();
        var looked = 0;
        await foreach (var user in people.Read(cancellationToken))
        {
            if (looked == Most) return Of(isWhole: false);
            looked++;
            var preview = await people.Organization.Actor.Preview(people.Session.Change(), action.Preview(user), new PageRequest(), cancellationToken);
            if (!preview.Succeeded) refusals.Add(new BulkOutcome(user, preview.Error));
            else turns.AddRange(preview.Value.Items.Where(member => string.Equals(member.User, user, StringComparison.Ordinal)));
        }

        return Of(isWhole: true);

        BulkPreview Of(bool isWhole) => new(
            looked, isWhole, turns.Count(turn => !turn.Gains.IsEmpty), turns.Count(turn => !turn.Loses.IsEmpty),
            refusals.ToImmutable(), turns.ToImmutable());
    }
}

/// <summary>What came of a change for one member.</summary>
/// <param name="User">The member.</param>
/// <param name="Error">Why it was not made; null when it was.</param>
public sealed record BulkOutcome(string User, Error? Error);
