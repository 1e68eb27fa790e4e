namespace RbacGrains.Api;

/// <summary>Knows which keys may call the service. Asked on every request, so it has to answer from memory as a rule.</summary>
public interface IApiKeys
{
    /// <summary>What is known of a presented key, or null for one that is nobody's.</summary>
    ValueTask<ApiKey?> Find(string presented, CancellationToken cancellationToken);
}
