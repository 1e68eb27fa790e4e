using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>What tells people why, and what a change would do, beside the same decisions alone.</summary>
public class ExplanationBenchmarks
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    private HeldMember _member = null!;
    private Access _after = null!;
    private ActionHandle[] _actions = null!;

    [GlobalSetup]
    public void Setup()
    {
        _member = HeldMember.AgentStudio();
        _after = _member.Access with { Grants = Grants.Of([KeyValuePair.Create("knowledge", "read"), KeyValuePair.Create("voice", "edit")]) };
        _actions = [.. _member.Policy.Model.Actions.Names.Select(_member.Policy.Model.Actions.Resolve)];
    }

    [Benchmark(Baseline = true, Description = "every action decided, before and after")]
    public int Decisions()
    {
        var changed = 0;
        foreach (var action in _actions)
            if (Evaluator.Allows(_member.Policy, _member.Access, action, null, Clock) != Evaluator.Allows(_member.Policy, _after, action, null, Clock))
                changed++;
        return changed;
    }

    [Benchmark(Description = "preview of a member's change")]
    public DecisionDiff Preview() => DecisionDiff.Of(_member.Policy, _member.Access, _member.Policy, _after, DateTimeOffset.UnixEpoch);

    [Benchmark(Description = "explanation of one action")]
    public Explanation Explain() => Explainer.Explain(_member.Policy, _member.Access, _member.DeniedHandle, null, Clock);
}
