using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>A command about one thing of an organization, which the two arguments <c>ORG</c> and its id name.</summary>
internal abstract class ResourceCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _id;
    private readonly Func<string, string, ApiPath> _path;

    /// <summary>Makes a command.</summary>
    /// <param name="cli">The program.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="id">Which thing.</param>
    /// <param name="path">The path of the thing, by its organization and its id.</param>
    protected ResourceCommand(Cli cli, string name, string description, Argument<string> id, Func<string, string, ApiPath> path)
        : base(cli, name, description)
    {
        (_id, _path) = (id, path);
        Add(_organization);
        Add(_id);
    }

    /// <summary>The organization and the id that are asked for.</summary>
    protected (string Organization, string Id) Names(Invocation invocation) => (invocation.Text(_organization), invocation.Text(_id));

    /// <summary>The path of what is asked for.</summary>
    protected ApiPath Path(Invocation invocation) => _path(invocation.Text(_organization), invocation.Text(_id));
}
