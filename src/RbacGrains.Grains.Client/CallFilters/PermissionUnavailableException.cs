namespace RbacGrains.Grains;

/// <summary>Whether a call of a grain is allowed could not be decided at present, so it was not let through. It may be repeated.</summary>
[GenerateSerializer]
[Alias("rbac.permission_unavailable_exception")]
public sealed class PermissionUnavailableException : Exception
{
    /// <summary>Says what is unavailable.</summary>
    public PermissionUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is unavailable.</summary>
    public PermissionUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception that says nothing.</summary>
    public PermissionUnavailableException()
    {
    }

    /// <summary>The code of the error, such as <c>grid_unavailable</c>.</summary>
    [Id(0)]
    public string Code { get; init; } = ErrorCodes.GridUnavailable;
}
