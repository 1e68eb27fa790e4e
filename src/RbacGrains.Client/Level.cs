namespace RbacGrains.Client;

/// <summary>The access levels of the shipped models, for <see cref="RequireAreaAttribute"/>; any other level is named as the model names it.</summary>
public static class Level
{
    /// <summary>May see.</summary>
    public const string Read = "read";

    /// <summary>May change.</summary>
    public const string Edit = "edit";
}
