namespace RbacGrains.Silo;

/// <summary>What is traced and measured.</summary>
internal static class TelemetrySources
{
    /// <summary>The sources of traces: requests, grain calls, what the runtime does for them, statements.</summary>
    public static string[] Traces { get; } =
        ["Microsoft.AspNetCore", "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "RbacGrains", "RbacGrains.*", "Npgsql"];

    /// <summary>The meters.</summary>
    public static string[] Meters { get; } =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "Npgsql", "RbacGrains.*", "System.Runtime",
    ];
}
