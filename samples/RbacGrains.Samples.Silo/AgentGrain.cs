using RbacGrains.Core;

namespace RbacGrains.Samples.Silo;

/// <inheritdoc cref="IAgentGrain"/>
public sealed class AgentGrain(IGrid grid, [PersistentState("agent")] IPersistentState<Agent> agent) : Grain, IAgentGrain
{
    private const string Organization = "acme";

    /// <inheritdoc/>
    public async Task<Error?> Create(string user)
    {
        if (await Refusal(user, "agents:create") is { } refusal) return refusal;
        agent.State = new Agent { Owner = user };
        await agent.WriteStateAsync();
        return null;
    }

    /// <inheritdoc/>
    public async Task<Error?> Delete(string user)
    {
        if (await Refusal(user, "agents:delete") is { } refusal) return refusal;
        await agent.ClearStateAsync();
        return null;
    }

    private async Task<Error?> Refusal(string user, string action)
    {
        var decision = await grid.User(user).Check(Organization, action);
        if (!decision.Succeeded) return decision.Error;
        return decision.Value.Allowed
            ? null
            : new Error(ErrorKind.Denied, ErrorCodes.PermissionDenied, $"'{user}' may not do '{action}'.") { DenialStatus = 401 };
    }
}

/// <summary>What the sample keeps of an agent.</summary>
[GenerateSerializer, Alias("sample.agent_state")]
public sealed class Agent
{
    /// <summary>Who made it.</summary>
    [Id(0)]
    public string? Owner { get; set; }
}
