using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>A decision on a held policy and access, beside a plain look-up of the same string in a dictionary.</summary>
public class DecisionBenchmarks
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    private HeldMember _member = null!;

    /// <summary>Whose decision.</summary>
    [Params("letta: role", "agent-studio: grants")]
    public string Member { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _member = Member.StartsWith("letta", StringComparison.Ordinal) ? HeldMember.Letta() : HeldMember.AgentStudio();

    [Benchmark(Baseline = true, Description = "dictionary, by string")]
    public bool Dictionary() => _member.Plain[_member.Allowed];

    [Benchmark(Description = "allow, by handle")]
    public bool AllowByHandle() => Evaluator.Allows(_member.Policy, _member.Access, _member.AllowedHandle, null, Clock);

    [Benchmark(Description = "deny, by handle")]
    public bool DenyByHandle() => Evaluator.Allows(_member.Policy, _member.Access, _member.DeniedHandle, null, Clock);

    [Benchmark(Description = "allow in a project, by handle")]
    public bool InProjectByHandle() => Evaluator.Allows(_member.Policy, _member.Access, _member.AllowedHandle, "shop", Clock);

    [Benchmark(Description = "decision with reason, by handle")]
    public Decision DecideByHandle() => Evaluator.Decide(_member.Policy, _member.Access, _member.AllowedHandle, null, Clock);

    [Benchmark(Description = "allow, by string")]
    public bool AllowByString() => Evaluator.Allows(_member.Policy, _member.Access, _member.Allowed, null, Clock);

    [Benchmark(Description = "deny, by string")]
    public bool DenyByString() => Evaluator.Allows(_member.Policy, _member.Access, _member.Denied, null, Clock);

    [Benchmark(Description = "allow in a project, by string")]
    public bool InProjectByString() => Evaluator.Allows(_member.Policy, _member.Access, _member.Allowed, "shop", Clock);
}
