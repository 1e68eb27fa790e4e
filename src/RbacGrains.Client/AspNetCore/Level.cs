namespace RbacGrains.Client;

/// <summary>The levels of the shipped models as constants. A model of one's own may have others; every word is accepted where a level is named.</summary>
public static class Level
{
    /// <summary>Sees nothing of the area. It can be held, but not required.</summary>
    public const string None = "none";

    /// <summary>May view.</summary>
    public const string Read = "read";

    /// <summary>May view and change.</summary>
    public const string Edit = "edit";
}
