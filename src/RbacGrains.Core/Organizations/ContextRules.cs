namespace RbacGrains.Core;

/// <summary>What the words can be that come with a change.</summary>
internal static class ContextRules
{
    private const int LongestReason = 1024;
    private const int LongestOperation = 255;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public static Error? Check(ChangeContext context)
    {
        if (context.Reason is { } reason && (reason.Length > LongestReason || !Text.IsPlain(reason)))
            return Errors.InvalidValue($"A reason has at most {LongestReason} characters, and no control characters.");
        if (context.OperationId is { } operation && (operation.Length is 0 or > LongestOperation || !Text.IsPlain(operation)))
            return Errors.InvalidValue($"An operation id has 1 to {LongestOperation} characters, and no control characters.");
        return null;
    }
}
