using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>What is paid once, before decisions are bit tests.</summary>
public class CompileBenchmarks
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    private HeldMember _member = null!;
    private Policy _used = null!;

    /// <summary>Whose.</summary>
    [Params("letta: role", "agent-studio: grants")]
    public string Member { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _member = Member.StartsWith("letta", StringComparison.Ordinal) ? HeldMember.Letta() : HeldMember.AgentStudio();
        _used = MakePolicy();
        _ = DecideFirst(_used);
    }

    [Benchmark(Description = "a policy")]
    public Policy MakePolicy() => new(_member.Policy.Model, "enterprise");

    [Benchmark(Description = "an access, first of its kind under a policy, with its first decision")]
    public bool FirstOfItsKind() => DecideFirst(MakePolicy());

    [Benchmark(Description = "an access like one that the policy knows, with its first decision")]
    public bool LikeAnother() => DecideFirst(_used);

    private bool DecideFirst(Policy policy) =>
        Evaluator.Allows(policy, _member.Access with { Version = 2 }, _member.AllowedHandle, null, Clock);
}
