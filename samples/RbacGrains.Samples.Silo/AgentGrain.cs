using RbacGrains.Grains;

namespace RbacGrains.Samples.Silo;

/// <inheritdoc cref="IAgentGrain"/>
public sealed class AgentGrain([PersistentState("agent")] IPersistentState<Agent> agent) : Grain, IAgentGrain
{
    /// <inheritdoc/>
    public Task Create()
    {
        agent.State = new Agent { Owner = ActingUser.Current };
        return agent.WriteStateAsync();
    }

    /// <inheritdoc/>
    public Task<string?> ReadOwner() => Task.FromResult(agent.State.Owner);

    /// <inheritdoc/>
    public Task Delete() => agent.ClearStateAsync();
}

/// <summary>What the sample keeps of an agent.</summary>
[GenerateSerializer, Alias("sample.agent_state")]
public sealed class Agent
{
    /// <summary>Who made it.</summary>
    [Id(0)]
    public string? Owner { get; set; }
}
