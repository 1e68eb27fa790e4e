namespace RbacGrains.AdminConsole;

/// <summary>What a decision is made from: an organization's policy, and what somebody holds there.</summary>
/// <param name="Policy">What the organization's members are judged by.</param>
/// <param name="Access">What the person holds; null for somebody who is no member.</param>
public sealed record Situation(Policy Policy, Access? Access);
