using System.Reflection;
using System.Runtime.CompilerServices;

namespace RbacGrains.Architecture.Tests;

/// <summary>What the code of the lower layers never does.</summary>
public sealed class CodeTests
{
    public static TheoryData<string> Layers => ["RbacGrains.Model", "RbacGrains.Core", "RbacGrains.Storage", "RbacGrains.Embedded"];

    // An actor stays on the scheduler that its host gave it.
    [Fact]
    public void The_core_never_leaves_its_scheduler()
    {
        var files = Repository.Source("RbacGrains.Core").Files().ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var code = File.ReadAllText(file);
            Assert.DoesNotContain("ConfigureAwait(", code, StringComparison.Ordinal);
            Assert.DoesNotContain("Task.Run(", code, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Nothing_static_changes(string layer)
    {
        var changing = Assembly.Load(layer).GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(changing);
    }

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || (type.DeclaringType is { } outer && IsGenerated(outer))
        || type.Name.StartsWith('<');
}
