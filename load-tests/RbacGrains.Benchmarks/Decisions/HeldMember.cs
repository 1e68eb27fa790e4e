namespace RbacGrains.Benchmarks;

/// <summary>A policy and an access as whoever evaluates holds them, and the same as a plain dictionary.</summary>
internal sealed class HeldMember
{
    private HeldMember(string model, Access access, string allowed, string denied)
    {
        Policy = new Policy(ShippedModels.Load().Find(model)!, "enterprise");
        (Access, Allowed, Denied) = (access, allowed, denied);
        AllowedHandle = Policy.Model.Actions.Resolve(allowed);
        DeniedHandle = Policy.Model.Actions.Resolve(denied);
        Plain = Policy.Model.Actions.Names.ToDictionary(
            name => name, name => Evaluator.Allows(Policy, access, name, null, TimeProvider.System), StringComparer.Ordinal);
        if (!Plain[allowed] || Plain[denied]) throw new InvalidOperationException("The actions to measure are not what they should be.");
    }

    public Policy Policy { get; }

    public Access Access { get; }

    public string Allowed { get; }

    public string Denied { get; }

    public ActionHandle AllowedHandle { get; }

    public ActionHandle DeniedHandle { get; }

    /// <summary>The best that a look-up by string can do without knowing anything: what is allowed, in a dictionary.</summary>
    public Dictionary<string, bool> Plain { get; }

    /// <summary>A member with nothing but a role.</summary>
    public static HeldMember Letta() => new("letta", new Access { Role = "editor" }, "agents:create", "api_keys:delete");

    /// <summary>A member with grants, and a ceiling in one project.</summary>
    public static HeldMember AgentStudio() => new(
        "agent-studio",
        new Access
        {
            Role = "member",
            Grants = Grants.Of(
            [
                KeyValuePair.Create("knowledge", "edit"),
                KeyValuePair.Create("knowledge/faqs", "read"),
                KeyValuePair.Create("deployments", "read"),
                KeyValuePair.Create("flows", "edit"),
            ]),
            Projects = [new ProjectScope { Project = "shop", Grants = Grants.Of([KeyValuePair.Create("knowledge", "read")]) }],
        },
        "knowledge/faqs:view",
        "knowledge/faqs:modify");
}
