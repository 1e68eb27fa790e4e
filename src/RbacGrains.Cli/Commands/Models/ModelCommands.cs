using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac model</c>: authorization models, without a server.</summary>
internal static class ModelCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "model",
        "Authorization models: the shipped ones and your own files, without a server",
        new ModelListCommand(cli),
        new ModelShowCommand(cli),
        new ModelValidateCommand(cli),
        new ModelMatrixCommand(cli),
        new ModelSchemaCommand(cli),
        new ModelCheckCommand(cli),
        new ModelExplainCommand(cli));

    /// <summary>The argument that names a model.</summary>
    public static Argument<string> Argument() => new("MODEL")
    {
        Description = "A shipped model's name, or a file",
        HelpName = "MODEL",
        CompletionSources = { ShippedNames.Models },
    };
}
