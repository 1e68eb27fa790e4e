using System.Collections.Immutable;
using RbacGrains.Contract.Tests;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Why;

/// <summary>Questions as tests ask them.</summary>
internal static class Questions
{
    public static readonly ManualClock Clock = new();

    public static WhyViewer Admin { get; } = new(new Access { Role = "admin" }, true, true, true);

    public static Policy Policy(string model, string plan = "enterprise") => new(ContractModels.Catalog.Find(model)!, plan);

    public static WhyQuestion Of(string model, Access? access, string action, string? project = null, string plan = "enterprise") => new()
    {
        Now = new Situation(Policy(model, plan), access),
        Who = "bob",
        Action = action,
        Project = project,
        Clock = Clock,
    };

    public static IReadOnlyList<string> Texts(this ImmutableArray<Remedy> remedies) => [.. remedies.Select(remedy => remedy.Text)];
}
