namespace RbacGrains.AdminConsole.Tests;

/// <summary>No test, but work in a browser that a script of eng asks for, by naming in an environment variable where its result goes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AskedFactAttribute : FactAttribute
{
    /// <summary>Looks whether it is asked for, and whether there is a browser.</summary>
    /// <param name="variable">The environment variable.</param>
    public AskedFactAttribute(string variable)
    {
        Variable = variable;
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? $"Only where {variable} is set, as scripts of eng do." : Browsers.Missing;
    }

    /// <summary>The environment variable.</summary>
    public string Variable { get; }
}
