using Microsoft.AspNetCore.Authorization;

namespace RbacGrains.Client;

/// <summary>Knows the policies of <see cref="ActionPolicies"/>, and leaves every other one to the application's provider.</summary>
internal sealed class ActionPolicyProvider(IAuthorizationPolicyProvider inner) : IAuthorizationPolicyProvider
{
    /// <inheritdoc/>
    public bool AllowsCachingPolicies => inner.AllowsCachingPolicies;

    /// <inheritdoc/>
    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        ActionPolicies.TryMake(policyName, out var policy) ? Task.FromResult<AuthorizationPolicy?>(policy) : inner.GetPolicyAsync(policyName);

    /// <inheritdoc/>
    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => inner.GetDefaultPolicyAsync();

    /// <inheritdoc/>
    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => inner.GetFallbackPolicyAsync();
}
