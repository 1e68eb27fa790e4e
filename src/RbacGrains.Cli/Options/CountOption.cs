using System.CommandLine;
using System.Globalization;

namespace RbacGrains.Cli;

/// <summary>Options that count something.</summary>
internal static class CountOption
{
    /// <summary>An option that takes a whole number from 1.</summary>
    public static Option<int> Of(string name, string description, int byDefault, int most) => new(name)
    {
        Description = description,
        HelpName = "count",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most) return count;
            result.AddError($"{name} takes a whole number from 1{(most < int.MaxValue ? $" to {most}" : "")}, and not '{text}'.");
            return byDefault;
        },
    };
}
