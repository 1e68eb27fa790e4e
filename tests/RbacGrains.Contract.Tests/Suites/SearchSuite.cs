using static RbacGrains.Contract.Tests.Archive;

namespace RbacGrains.Contract.Tests;

/// <summary>Searches for who may do what to what: the same as evaluating everything.</summary>
public abstract class SearchSuite : ContractSuite
{
    private static readonly string[] Roles = ["owner", "editor", "archivist", "keeper", "author", "reader"];

    [Fact]
    public async Task A_search_agrees_with_evaluating_everything()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        var random = new Random(23);
        var (users, records) = (new List<string> { "owner" }, new List<string>());
        for (var index = 0; index < 25; index++)
        {
            users.Add($"u{index}");
            await Member(acme, users[^1], new MemberAssignment
            {
                Role = Roles[random.Next(Roles.Length)],
                Projects = random.Next(3) == 0 ? [new ProjectAssignment { Project = "p", Role = Roles[random.Next(Roles.Length)] }] : [],
                Suspended = random.Next(8) == 0,
            });
            if (random.Next(2) == 0)
                await acme.PutResource(Service, new ResourceReference("user", users[^1]), Content("""{"role":"admin"}"""), None);
            records.Add($"r{index}");
            var status = random.Next(2) == 0 ? "active" : "archived";
            await acme.PutResource(
                Service,
                Record(records[^1]),
                Content($$"""{"status":"{{status}}","owner":"u{{random.Next(25)}}"}""", project: random.Next(3) == 0 ? "p" : null),
                None);
        }

        foreach (var verb in new[] { "read", "write", "delete" })
        {
            var allowed = new HashSet<(string User, string Record)>();
            foreach (var user in users)
                foreach (var record in records)
                    if ((await Grid.User(user).Evaluate(Caller.Service, "acme", Ask(verb, record, action: """{"soft":true}"""), None)).Require().Allowed)
                        allowed.Add((user, record));
            foreach (var record in records)
                Assert.Equal(
                    users.Where(user => allowed.Contains((user, record))),
                    await Pages.All(page => acme.SearchSubjects(Caller.Service, Ask(verb, record, action: """{"soft":true}"""), page, None), size: 4));
            foreach (var user in users)
                Assert.Equal(
                    records.Where(record => allowed.Contains((user, record))),
                    await Pages.All(
                        page => acme.SearchResources(Caller.Service, user, "record", Ask(verb, action: """{"soft":true}"""), page, None), size: 4));
        }
        foreach (var user in users)
            Assert.Equal(
                await Verbs(user), (await acme.SearchActions(Caller.Service, user, Ask("", records[0]), None)).Require());

        async Task<IEnumerable<string>> Verbs(string user)
        {
            var verbs = new List<string>();
            foreach (var verb in new[] { "read", "write", "delete" })
                if ((await Grid.User(user).Evaluate(Caller.Service, "acme", Ask(verb, records[0]), None)).Require().Allowed) verbs.Add(verb);
            return verbs;
        }
    }

    [Fact]
    public virtual async Task What_is_said_of_the_action_decides_what_can_be_done()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "editor", "editor");

        Assert.Equal(["read"], await Found("{}"));
        Assert.Equal(["read", "delete"], await Found("""{"soft":true}"""));

        async Task<string[]> Found(string action) =>
            [.. (await acme.SearchActions(Caller.Service, "editor", Ask("", "r1", action: action), None)).Require()];
    }

    [Fact]
    public virtual async Task Who_can_do_something_is_found_without_a_resource()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "editor", "editor");
        await Member(acme, "keeper", "keeper");

        Assert.Equal(["owner", "keeper"], await Found(Ask("write")));
        Assert.Equal(["owner", "editor", "keeper"], await Found(Ask("write", resource: """{"status":"active"}""")));

        async Task<string[]> Found(Evaluation evaluation) =>
            [.. (await acme.SearchSubjects(Caller.Service, evaluation, new PageRequest(), None)).Require().Items];
    }

    [Fact]
    public async Task A_search_is_made_within_its_project()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "bound", new MemberAssignment { Role = "reader", Projects = [new ProjectAssignment { Project = "closed" }] });

        Assert.Equal(["owner", "bound"], await Found("open"));
        Assert.Equal(["owner"], await Found("closed"));

        async Task<string[]> Found(string project)
        {
            var asked = Ask("read", "r1", project: project, resource: $$"""{"project":"{{project}}"}""");
            return [.. (await acme.SearchSubjects(Caller.Service, asked, new PageRequest(), None)).Require().Items];
        }
    }

    [Fact]
    public async Task A_search_for_what_is_not_known_finds_nothing()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await acme.PutResource(Service, Record("r1"), Content("{}"), None);

        Assert.Empty((await acme.SearchSubjects(Caller.Service, Ask("fly", "r1"), new PageRequest(), None)).Require().Items);
        var verb = Ask("") with { Action = "read", Resource = Record("r1") };
        Assert.Empty((await acme.SearchSubjects(Caller.Service, verb, new PageRequest(), None)).Require().Items);
        Assert.Empty((await acme.SearchActions(Caller.Service, "owner", Ask(""), None)).Require());
        Assert.Empty((await acme.SearchResources(Caller.Service, "nobody", "record", Ask("read"), new PageRequest(), None)).Require().Items);
        Assert.Empty((await acme.SearchResources(Caller.Service, "not an id", "record", Ask("read"), new PageRequest(), None)).Require().Items);
        Assert.Empty((await acme.SearchResources(Caller.Service, "owner", "spaceship", Ask("read"), new PageRequest(), None)).Require().Items);
        Assert.Empty((await acme.SearchActions(Caller.Service, "nobody", Ask("", "r1"), None)).Require());
        var spaceship = Ask("") with { Resource = new ResourceReference("spaceship", "s") };
        Assert.Empty((await acme.SearchActions(Caller.Service, "owner", spaceship, None)).Require());
    }

    [Fact]
    public async Task What_can_be_done_in_a_project_or_to_an_area_is_found()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "reader", new MemberAssignment { Role = "reader", Projects = [new ProjectAssignment { Project = "closed" }] });

        Assert.Equal(["record:read", "shelf:view", "shelf/top:view"], await Found("project", "open"));
        Assert.Empty(await Found("project", "closed"));
        Assert.Equal(["view"], await Found("shelf/top", "any id at all"));

        async Task<string[]> Found(string type, string id) =>
            [.. (await acme.SearchActions(Caller.Service, "reader", Ask("") with { Resource = new ResourceReference(type, id) }, None)).Require()];
    }

    [Fact]
    public async Task Who_may_not_read_members_searches_for_themselves_only()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        await Member(acme, "editor", "editor");
        var editor = new Caller("editor");

        Fails(ErrorCodes.PermissionDenied, await acme.SearchSubjects(editor, Ask("read", "r1"), new PageRequest(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.SearchResources(editor, "owner", "record", Ask("read"), new PageRequest(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.SearchActions(editor, "owner", Ask("", "r1"), None));
        (await acme.SearchResources(editor, "editor", "record", Ask("read"), new PageRequest(), None)).Require();
        Assert.Equal(["read"], (await acme.SearchActions(editor, "editor", Ask("", "r1"), None)).Require().AsEnumerable());
        Fails(ErrorCodes.OrganizationNotFound, await acme.SearchActions(new Caller("owner") { Organization = "other" }, "owner", Ask("", "r1"), None));
        Fails(ErrorCodes.InvalidValue, await acme.SearchSubjects(Caller.Service, Ask("read"), new PageRequest(0), None));
        Fails(ErrorCodes.InvalidId, await acme.SearchSubjects(Caller.Service, Ask("read", project: "a b"), new PageRequest(), None));
    }
}
