using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>The options that say which members are wanted.</summary>
internal sealed class MemberFilterOptions
{
    private readonly Option<string?> _role = new("--role")
    {
        Description = "Members with this role",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Members who are active, suspended or expired",
        HelpName = "status",
        CompletionSources = { _ => ShippedNames.Items(["active", "suspended", "expired"]) },
    };

    private readonly Option<string?> _email = new("--email") { Description = "Members with this e-mail address", HelpName = "address" };
    private readonly Option<string?> _group = new("--group") { Description = "Members of this group", HelpName = "group" };

    private readonly Option<string?> _search = new("--search")
    {
        Description = "Members with this in their id or e-mail address, letter case aside",
        HelpName = "text",
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_role);
        command.Add(_status);
        command.Add(_email);
        command.Add(_group);
        command.Add(_search);
    }

    /// <summary>A path with what they say in its query.</summary>
    public ApiPath WriteTo(ApiPath path, Invocation invocation) => path
        .With("role", invocation.Get(_role))
        .With("status", invocation.Get(_status))
        .With("email", invocation.Get(_email))
        .With("group", invocation.Get(_group))
        .With("search", invocation.Get(_search));
}
