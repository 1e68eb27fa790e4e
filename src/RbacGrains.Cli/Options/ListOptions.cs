using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options of every list: how much of it.</summary>
internal sealed class ListOptions
{
    private const int MostPerPage = 1000;

    private readonly Option<int> _limit = CountOption.Of("--limit", "The most items to print", byDefault: 100, most: int.MaxValue);

    private readonly Option<bool> _all = new("--all") { Description = "Print all items, however many" };

    private readonly Option<int> _pageSize = CountOption.Of("--page-size", "How many items to ask for at once", MostPerPage, MostPerPage);

    private readonly Option<string?> _pageToken = new("--page-token")
    {
        Description = "Go on where an earlier list ended",
        HelpName = "token",
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_limit);
        command.Add(_all);
        command.Add(_pageSize);
        command.Add(_pageToken);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_limit) is { Implicit: false } && result.GetResult(_all) is { Implicit: false })
                result.AddError("Give --limit or --all, not both.");
        });
    }

    /// <summary>Asks for pages until there is enough, and prints the items as a table.</summary>
    public Task<int> Print(
        Invocation invocation, ApiPath path, Func<IEnumerable<JsonNode?>, Table> table, CancellationToken cancellationToken) =>
        Print(invocation, path, page => new ServerRequest(HttpMethod.Get, page), table, cancellationToken);

    /// <inheritdoc cref="Print(Invocation, ApiPath, Func{IEnumerable{JsonNode}, Table}, CancellationToken)"/>
    /// <param name="invocation">The run.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="request">How the path of a page is asked for.</param>
    /// <param name="table">The table of some items.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<int> Print(
        Invocation invocation,
        ApiPath path,
        Func<ApiPath, ServerRequest> request,
        Func<IEnumerable<JsonNode?>, Table> table,
        CancellationToken cancellationToken)
    {
        var list = await Read(invocation, path, request, cancellationToken);
        if (invocation.WantsJson)
        {
            invocation.Printer.Json(list.Json);
            return ExitCodes.Success;
        }

        invocation.Printer.Table(table(list.Items));
        if (list.NextPageToken.Length > 0)
            invocation.Printer.Note($"There are more. Print them with --all, or the next with --page-token {CellText.Visible(list.NextPageToken)}");
        return ExitCodes.Success;
    }

    private async Task<ServerList> Read(
        Invocation invocation, ApiPath path, Func<ApiPath, ServerRequest> request, CancellationToken cancellationToken)
    {
        var missing = invocation.Get(_all) ? int.MaxValue : invocation.Get(_limit);
        var token = invocation.Get(_pageToken) ?? "";
        var pages = ImmutableArray.CreateBuilder<ServerPage>();
        do
        {
            // Never more than is missing, so that the token of the last page is where the next list begins.
            var size = Math.Min(invocation.Get(_pageSize), missing);
            var asked = path.With("page_size", size.ToString(CultureInfo.InvariantCulture)).With("page_token", token.Length > 0 ? token : null);
            var page = ServerPage.Of(await invocation.Server.Send(request(asked), cancellationToken));
            if (token.Length > 0 && page.NextPageToken == token) throw CliErrors.MalformedAnswer("a page names itself as the next one.");
            pages.Add(page);
            missing -= page.Items.Count;
            token = page.NextPageToken;
        }
        while (token.Length > 0 && missing > 0);
        return new ServerList(pages.ToImmutable());
    }
}
