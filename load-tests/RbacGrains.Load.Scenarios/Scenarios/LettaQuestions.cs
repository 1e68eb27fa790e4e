namespace RbacGrains.Load.Scenarios;

/// <summary>Checks whose answers Letta's table gives, for analysts, editors and admins.</summary>
internal static class LettaQuestions
{
    private static readonly Question[] All =
    [
        new("agents:read", 0b111), new("agents:message", 0b111), new("agents:create", 0b110), new("api_keys:read", 0b110), new("billing:manage", 0b100),
    ];

    /// <summary>Any of them.</summary>
    public static Question Any(VirtualUser user) => All[user.Random.Next(All.Length)];
}
