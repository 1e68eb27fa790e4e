using System.Runtime.CompilerServices;

namespace RbacGrains.Client;

/// <summary>
/// An action by name that need not be looked up at every check. It may be used for organizations on any models; the look-up is spared for those
/// on the model that it was used for first, and a change of model is noticed. An area at a level is looked up each time.
/// </summary>
/// <param name="name">The action, or an area at a level: <c>agents:create</c>, <c>knowledge/faqs@edit</c>.</param>
public sealed class KnownAction(string name)
{
    private Binding? _binding;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsAllowed(Policy policy, Access? access, string? project, TimeProvider time)
    {
        var binding = _binding;
        return binding is not null && ReferenceEquals(binding.Model, policy.Model)
            ? Evaluator.Allows(policy, access, binding.Action, project, time)
            : Find(policy, access, project, time);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Find(Policy policy, Access? access, string? project, TimeProvider time)
    {
        if (!policy.Model.Actions.TryFind(Name, out var handle)) return Evaluator.Allows(policy, access, Name, project, time);
        // A later object of the same model takes its place: the service was restarted, and the model read anew.
        if (_binding is null || _binding.Model.Name == policy.Model.Name) _binding = new Binding(policy.Model, handle);
        return Evaluator.Allows(policy, access, handle, project, time);
    }

    private sealed record Binding(AuthorizationModel Model, ActionHandle Action);
}
