namespace RbacGrains.Grains;

/// <summary>A call of a grain was refused before it reached the grain: the acting user lacks what its attributes require. It crosses the wire as it is.</summary>
[GenerateSerializer]
[Alias("rbac.permission_denied_exception")]
public sealed class PermissionDeniedException : Exception
{
    /// <summary>Says who was refused what.</summary>
    public PermissionDeniedException(string message)
        : base(message)
    {
    }

    /// <summary>Says who was refused what.</summary>
    public PermissionDeniedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception that says nothing.</summary>
    public PermissionDeniedException()
    {
    }

    /// <summary>
    /// The stable name of the reason: <c>permission_denied</c>, one of <see cref="RbacGrains.Client.DenialCodes"/>, or the code of the error that
    /// stood in the way of a decision, such as <c>organization_not_found</c> or <c>unknown_action</c>.
    /// </summary>
    [Id(0)]
    public string Code { get; init; } = ErrorCodes.PermissionDenied;

    /// <summary>What was required: an action, an area at a level, or with commas several of which one is enough.</summary>
    [Id(1)]
    public string? Action { get; init; }

    /// <summary>Where; null when the call named no organization.</summary>
    [Id(2)]
    public string? Organization { get; init; }

    /// <summary>Within which project; null for the organization itself.</summary>
    [Id(3)]
    public string? Project { get; init; }

    /// <summary>Who was refused; null when the call named nobody.</summary>
    [Id(4)]
    public string? User { get; init; }

    /// <summary>The HTTP status that the organization's model answers denials with, 401 or 403; 401 when nobody was named.</summary>
    [Id(5)]
    public int Status { get; init; } = 403;
}
