namespace RbacGrains.Load.Scenarios;

/// <summary>
/// A day in the life of Letta Cloud. Its page says that every endpoint of its API is guarded, so most operations are what people do to agents: of 100 read 34 the agents
/// and 30 send a message to one (everybody may); 11 change an agent, 6 a project or template, 5 a tool or data source, 3 read API keys and 1 sets environment
/// variables (editors and admins); 1 deletes a key and 1 opens the billing (admins). Analysts are six of ten, so many of those are denied, as attempts with the
/// API are. The remaining 8 are those of <see cref="ProductDay"/>.
/// </summary>
internal static class LettaDay
{
    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "letta-day", "A day in the life of Letta Cloud: reading and messaging agents, some editing, some administration.", Make);

    private static Scenario Make(ScenarioEntry entry, LoadContext context) => new ProductDay(context, entry, ModelUse.Letta)
    {
        Changes = (new MemberPatch { Role = "editor" }, new MemberPatch { Role = "analyst" }),
        Probe = "agents:update",
    }.Make(
    [
        new("read agents", 34, new Question("agents:read", 0b111)),
        new("message an agent", 30, new Question("agents:message", 0b111)),
        new("change an agent", 11, new Question("agents:update", 0b110)),
        new("change a project", 6, new Question("projects:update", 0b110)),
        new("change a tool", 5, new Question("tools:update", 0b110)),
        new("read API keys", 3, new Question("api_keys:read", 0b110)),
        new("set variables", 1, new Question("environment_variables:update", 0b110)),
        new("delete an API key", 1, new Question("api_keys:delete", 0b100)),
        new("open the billing", 1, new Question("billing:manage", 0b100)),
    ]);
}
