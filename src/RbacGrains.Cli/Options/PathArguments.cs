using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>The arguments that name what a command is about.</summary>
internal static class PathArguments
{
    /// <summary>An organization.</summary>
    public static Argument<string> Organization() => new("ORG") { Description = "The organization" };

    /// <summary>A user.</summary>
    public static Argument<string> User() => new("USER") { Description = "The user" };

    /// <summary>An invitation.</summary>
    public static Argument<string> Invitation() => new("ID") { Description = "The invitation's id" };

    /// <summary>A project to look within.</summary>
    public static Option<string?> Project() => new("--project") { Description = "Within this project", HelpName = "project" };
}
