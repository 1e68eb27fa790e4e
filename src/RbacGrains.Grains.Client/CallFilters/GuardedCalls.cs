using System.Collections.Concurrent;
using System.Reflection;

namespace RbacGrains.Grains;

/// <summary>The requirements of every method that was called, so that attributes are read once for each.</summary>
internal sealed class GuardedCalls
{
    private static readonly string[] Ours = ["RbacGrains.Grains", "RbacGrains.Grains.Client"];
    private static readonly byte[] OrleansKey = typeof(IGrain).Assembly.GetName().GetPublicKeyToken() ?? [];

    private readonly ConcurrentDictionary<(MethodInfo Method, Type Grain), CallRequirements> _requirements = new();
    private readonly ConcurrentDictionary<Type, bool> _infrastructure = new();

    /// <summary>What a call requires.</summary>
    public CallRequirements Of(IIncomingGrainCallContext call)
    {
        var method = call.InterfaceMethod
            ?? throw new InvalidOperationException($"Nothing is known of the method '{call.InterfaceName}.{call.MethodName}', so it is not known what it requires.");
        var grain = call.Grain.GetType();
        return _requirements.TryGetValue((method, grain), out var known) ? known : Read(method, call.ImplementationMethod, grain);
    }

    /// <summary>Whether an interface is of RbacGrains itself or of Orleans (reminders, streams, management): nobody's attributes guard those.</summary>
    public bool IsInfrastructure(Type? declaring) =>
        declaring is not null && _infrastructure.GetOrAdd(declaring, static type => IsOursOrOrleans(type.Assembly.GetName()));

    private CallRequirements Read(MethodInfo method, MethodInfo implementation, Type grain) => _requirements.GetOrAdd(
        (method, grain),
        IsInfrastructure(method.DeclaringType) ? CallRequirements.None : CallRequirements.Of(method, implementation, grain));

    private static bool IsOursOrOrleans(AssemblyName assembly) =>
        Ours.Contains(assembly.Name, StringComparer.Ordinal)
        || (assembly.Name!.StartsWith("Orleans.", StringComparison.Ordinal) && OrleansKey.AsSpan().SequenceEqual(assembly.GetPublicKeyToken()));
}
