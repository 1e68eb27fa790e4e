namespace RbacGrains.Load.Scenarios;

/// <summary>
/// Lists of one organization, while nothing changes: 16 next pages of its members (each virtual user walks through all of them, and counts), 2 searches for one
/// member, 2 first pages of who may do something. The organization has as many members as <c>--members</c> says.
/// </summary>
internal sealed class Listing(LoadContext context)
{
    private const int PageSize = 100;

    private Population _people = null!;
    private Walk[] _walks = [];
    private int _members;

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "listing", "Pages of 100 of the members of one organization, searches, and who may do something: 16 to 2 to 2.",
        (entry, context) => new Listing(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of(
        [new Step("next page", NextPage) { Weight = 16 }, new Step("search", Search) { Weight = 2 }, new Step("who can", WhoCan) { Weight = 2 }],
        Init,
        StepOrder.OneByWeight);

    private IOrganization Organization => context.Grid.Organization(_people.Organization(0));

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        _walks = [.. Enumerable.Range(0, users).Select(_ => new Walk())];
        _members = (await Organization.CountMembers(Caller.Service, new MemberFilter(), cancellationToken)).Require();
    }

    private async ValueTask<StepResult> NextPage(VirtualUser user, CancellationToken cancellationToken)
    {
        var walk = _walks[user.Number];
        var page = await Organization.ListMembers(Caller.Service, new MemberFilter(), new PageRequest(PageSize, walk.Token), cancellationToken);
        if (!page.Succeeded) return StepResult.Of(page.Error.Code);
        walk.Seen += page.Value.Items.Length;
        walk.Token = page.Value.NextToken;
        if (walk.Token.Length > 0) return StepResult.Ok;
        var isWhole = walk.Seen == _members;
        walk.Seen = 0;
        return Answers.Judge(isWhole);
    }

    private async ValueTask<StepResult> Search(VirtualUser user, CancellationToken cancellationToken)
    {
        var (_, member, _) = _people.AnyIn(user, 0);
        var found = await Organization.ListMembers(Caller.Service, new MemberFilter(Search: member), new PageRequest(PageSize), cancellationToken);
        return found.Succeeded ? Answers.Judge(found.Value.Items.Any(one => one.User == member) || found.Value.NextToken.Length > 0) : StepResult.Of(found.Error.Code);
    }

    private async ValueTask<StepResult> WhoCan(VirtualUser user, CancellationToken cancellationToken)
    {
        var page = await Organization.ListWhoCan(Caller.Service, "billing:manage", null, new PageRequest(PageSize), cancellationToken);
        // The owner may, at least.
        return page.Succeeded ? Answers.Judge(page.Value.Items.Length > 0) : StepResult.Of(page.Error.Code);
    }

    private sealed class Walk
    {
        public string Token { get; set; } = "";

        public int Seen { get; set; }
    }
}
