using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac org audit</c>.</summary>
internal sealed class OrgAuditCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Option<string?> _by = new("--by") { Description = "Changes by this user", HelpName = "user" };
    private readonly Option<string?> _target = new("--target") { Description = "Changes of this user, invitation or organization", HelpName = "id" };
    private readonly Option<string?> _kind = new("--kind") { Description = "Changes of this kind, such as member.changed", HelpName = "kind" };
    private readonly Option<string?> _since = new("--since") { Description = "Changes at or after this moment (RFC 3339)", HelpName = "time" };
    private readonly Option<string?> _until = new("--until") { Description = "Changes before this moment (RFC 3339)", HelpName = "time" };
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public OrgAuditCommand(Cli cli)
        : base(cli, "audit", "Print the audit log, newest first; with before and after as --json")
    {
        Add(_organization);
        Add(_by);
        Add(_target);
        Add(_kind);
        Add(_since);
        Add(_until);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "audit")
            .With("actor", invocation.Get(_by))
            .With("target", invocation.Get(_target))
            .With("kind", invocation.Get(_kind))
            .With("since", invocation.Get(_since))
            .With("until", invocation.Get(_until)),
        entries => Table.Of(entries, "at", "actor", "kind", "target", "reason"),
        cancellationToken);
}
