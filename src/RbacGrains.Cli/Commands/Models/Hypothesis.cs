using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary>A question about a member whom no server knows.</summary>
internal sealed record Hypothesis(Policy Policy, Access Access, ActionHandle Action);
