namespace RbacGrains.Contract.Tests;

/// <summary>Who can do something: the same as asking everybody.</summary>
public abstract class WhoCanSuite : ContractSuite
{
    [Theory]
    [InlineData(ContractModels.Workshop)]
    [InlineData(ContractModels.Cascade)]
    public async Task Who_can_is_complete_and_agrees_with_asking_everybody(string model)
    {
        var acme = await Organization("acme", model);
        var users = new List<string> { "owner" };
        var random = new Random(17);
        string[] roles = ["owner", "manager", "writer", "guest", "partner", "auditor"];
        for (var index = 0; index < 40; index++)
        {
            users.Add($"u{index}");
            await Member(acme, users[^1], new MemberAssignment
            {
                Role = roles[random.Next(roles.Length)],
                Grants = Given(("board", random.Next(2) == 0 ? "read" : "edit"), ("keys:read", "allow")),
                Projects = random.Next(2) == 0 ? [] : [new ProjectAssignment { Project = random.Next(2) == 0 ? "p" : "*", Role = roles[random.Next(roles.Length)] }],
                Suspended = random.Next(5) == 0,
                ExpiresAt = random.Next(4) == 0 ? Clock.GetUtcNow().AddHours(1) : null,
            });
        }
        (await acme.Update(Service, To("team", ("auditor", "guest")), None)).Require();
        Clock.Advance(TimeSpan.FromHours(1));

        foreach (var action in new[] { "files:read", "files:share", "board:change", "docs/final:view", "keys:read", "settings:change" })
            foreach (var project in new[] { null, "p", "q" })
            {
                var expected = new List<string>();
                foreach (var user in users)
                    if (await Allowed(user, "acme", action, project)) expected.Add(user);

                Assert.Equal(expected, await Pages.All(page => acme.ListWhoCan(Caller.Service, action, project, page, None), size: 7));
            }
    }

    [Fact]
    public async Task Only_who_may_read_members_may_ask_and_only_for_actions_that_are()
    {
        var acme = await Organization("acme");
        await Member(acme, "writer", "writer");

        Fails(ErrorCodes.PermissionDenied, await acme.ListWhoCan(new Caller("writer"), "files:read", null, new PageRequest(), None));
        Fails(ErrorCodes.UnknownAction, await acme.ListWhoCan(Caller.Service, "files:burn", null, new PageRequest(), None));
        Fails(ErrorCodes.InvalidId, await acme.ListWhoCan(Caller.Service, "files:read", "a b", new PageRequest(), None));
    }
}
