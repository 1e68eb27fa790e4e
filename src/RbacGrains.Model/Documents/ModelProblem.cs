namespace RbacGrains.Model;

/// <summary>One mistake in a model document.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ModelProblem(int Line, int Column, string Message, string Remedy)
{
    /// <summary>The problem as compilers write one: <c>(line,column): message remedy</c>.</summary>
    public override string ToString() => $"({Line},{Column}): {Message} {Remedy}";
}
