using System.Globalization;
using System.Security.Cryptography;
using RbacGrains.Model;
using Xunit.Abstractions;

namespace RbacGrains.Decision.Tests.Differential;

public sealed class DecisionsAgreeTests(ITestOutputHelper output)
{
    private const string SeedVariable = "RBAC_DIFFERENTIAL_SEED";
    private const int LeastTriples = 1_000_000;
    private const int LeastOfEachReason = 10_000;

    private static readonly DateTimeOffset Now = new(2026, 6, 19, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_compiled_evaluator_and_the_specification_agree_on_a_million_random_cases()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"{SeedVariable}={seed}");
        var dice = new Dice(seed);
        var comparison = new Comparison();
        while (comparison.Triples < LeastTriples)
            foreach (var @case in CasesOfOneModel(dice, seed)) comparison.Compare(@case);

        output.WriteLine($"{comparison.Triples} combinations of a model, an access and an action");
        foreach (var reason in Enum.GetValues<DecisionReason>())
        {
            output.WriteLine($"{reason}: {comparison.CountOf(reason)}");
            Assert.True(comparison.CountOf(reason) >= LeastOfEachReason, $"{reason} came up too rarely with {SeedVariable}={seed}.");
        }
    }

    /// <summary>Each access meets two policies in turn, and its copies meet them too: nothing compiled may outlive its pair.</summary>
    private static IEnumerable<Case> CasesOfOneModel(Dice dice, int seed)
    {
        var model = RandomModel.Make(dice);
        Policy[] policies =
        [
            new(model, dice.OneOf(model.Plans).Id, dice.Between(1, 1_000_000), RandomCustomRoles.Make(dice, model)),
            new(model, dice.OneOf(model.Plans).Id, dice.Between(1, 1_000_000), RandomCustomRoles.Make(dice, model)),
        ];
        // A role that one of the policies does not have is one that was deleted.
        string[] roles = [.. policies.SelectMany(policy => policy.Roles).Select(role => role.Id).Distinct(StringComparer.Ordinal)];
        foreach (var _ in Enumerable.Range(0, dice.Between(1, 4)))
        {
            var access = RandomAccess.Make(dice, model, roles, Now);
            foreach (var policy in policies) yield return new Case(seed, policy, access, Now);
            if (access is null) continue;
            var copy = access with { Role = dice.OneOf(roles), Suspended = false, ExpiresAt = null };
            yield return new Case(seed, dice.OneOf(policies), copy, Now);
            if (!copy.Groups.IsEmpty)
                yield return new Case(seed, dice.OneOf(policies), copy.WithGroup(copy.Groups[0].Group, null), Now);
        }
    }
}
