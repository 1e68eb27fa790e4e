namespace RbacGrains.Api;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>It served, and was asked to stop.</summary>
    public const int Success = 0;

    /// <summary>It could not start.</summary>
    public const int Failed = 1;

    /// <summary>Its configuration or its model files have mistakes.</summary>
    public const int Misconfigured = 2;
}
