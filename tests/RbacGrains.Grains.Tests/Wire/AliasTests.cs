using System.Reflection;

namespace RbacGrains.Grains.Tests.Wire;

/// <summary>The identity of interfaces and methods on the wire is said, not derived from names that somebody may improve.</summary>
public sealed class AliasTests
{
    private static readonly Type[] Interfaces =
    [
        .. new[] { typeof(IOrganizationGrain).Assembly, typeof(GrainHost).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)),
    ];

    [Fact]
    public void Every_grain_interface_and_each_of_its_methods_has_an_alias()
    {
        Assert.NotEmpty(Interfaces);
        Assert.All(Interfaces, type => Assert.StartsWith("rbac.", type.GetCustomAttribute<AliasAttribute>()?.Alias, StringComparison.Ordinal));
        Assert.All(
            Interfaces.SelectMany(type => type.GetMethods()),
            method => Assert.Equal(method.Name, method.GetCustomAttribute<AliasAttribute>()?.Alias));
    }

    [Fact]
    public void No_two_interfaces_share_an_alias() =>
        Assert.Equal(Interfaces.Length, Interfaces.Select(type => type.GetCustomAttribute<AliasAttribute>()!.Alias).Distinct().Count());

    /// <summary>What a silo of the version before calls is still there: a line here changes only with an interface of a new alias.</summary>
    [Fact]
    public void The_methods_are_those_that_a_silo_of_the_version_before_calls()
    {
        var methods = Interfaces
            .SelectMany(type => type.GetMethods().Select(method =>
                $"{type.GetCustomAttribute<AliasAttribute>()!.Alias}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)))}): {Name(method.ReturnType)}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal<string>(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Wire", "Snapshots", "methods.txt")), methods);
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
