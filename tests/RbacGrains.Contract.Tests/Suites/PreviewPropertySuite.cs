using System.Text.Json;
using RbacGrains.Contract.Tests.Previews;

namespace RbacGrains.Contract.Tests;

/// <summary>
/// In random organizations, before each of many random changes, its preview is read; then the change is made. What the preview has said is
/// what checks then show, for every member, action and project; and what it refuses, the change refuses.
/// </summary>
public abstract class PreviewPropertySuite : ContractSuite
{
    private const int Enough = 40;

    private static readonly string[] People = ["owner", "u0", "u1", "u2", "u3", "u4", "u5"];
    private static readonly string[] Strangers = ["n0", "n1"];

    /// <summary>How many changes are tried in each organization: fewer where a call takes long.</summary>
    protected virtual int Changes => 80;

    [Theory]
    [InlineData("letta", 1)]
    [InlineData("letta", 2)]
    [InlineData("humanloop", 3)]
    [InlineData("humanloop", 4)]
    [InlineData("agent-studio", 5)]
    [InlineData("agent-studio", 6)]
    [InlineData(ContractModels.Workshop, 7)]
    [InlineData(ContractModels.Workshop, 8)]
    [InlineData(ContractModels.Workshop, 9)]
    [InlineData(ContractModels.Cascade, 10)]
    [InlineData(ContractModels.Archive, 11)]
    [InlineData(ContractModels.Archive, 12)]
    public async Task A_preview_says_what_the_change_does(string modelName, int seed)
    {
        var model = ContractModels.Catalog.Find(modelName)!;
        var acme = await Organization("acme", modelName);
        var random = new RandomChanges(seed, model, [.. People, .. Strangers], Clock);
        for (var role = 0; role < 3; role++)
        {
            var (id, content) = random.OwnRole();
            await acme.PutRole(Service, id, content, None);
        }
        foreach (var user in People[1..]) await Member(acme, user, random.Assignment(sound: true));
        for (var group = 0; group < 4; group++)
        {
            var (id, content) = random.Group();
            await acme.PutGroup(Service, id, content, None);
            foreach (var user in People) if (random.Chance(0.4)) await acme.AddGroupMember(Service, id, user, None);
        }
        var made = await acme.CreateApiKey(
            Service, new CreateApiKey { Name = "ci", Role = random.OneOf(model.Roles).Id, Grants = random.Assignment(sound: true).Grants }, None);
        var questions = new Questions(
            [.. People, .. Strangers, .. made.Succeeded ? [made.Value.Account.Id] : Array.Empty<string>()],
            model.Actions.Names,
            ["p1", "p2", "elsewhere"],
            modelName == ContractModels.Archive ? Circumstance.All : [Circumstance.Unsaid]);

        var tally = new Tally();
        for (var round = 0; round < Changes; round++)
        {
            if (random.Chance(0.1)) Clock.Advance(TimeSpan.FromHours(1));
            var change = random.Change();
            var context = await random.Context(acme, change, $"op{round}");
            var trial = new Trial(this, acme, questions, context, change, $"seed {seed}, round {round} of {modelName}");
            await trial.Run(random, tally);
        }

        // Otherwise this would show nothing. A few changes may all be of one sort.
        if (Changes < Enough) return;
        Assert.True(tally.Turned > 0, $"Of {Changes} changes none turned a decision ({tally}).");
        Assert.True(tally.Refused > 0, $"Of {Changes} changes none was refused ({tally}).");
    }

    private sealed record Tally
    {
        public int Turned { get; set; }

        public int Refused { get; set; }

        public int Unseen { get; set; }
    }

    private sealed record Trial(
        PreviewPropertySuite Suite, IOrganization Acme, Questions Questions, ChangeContext Context, PreviewedChange Change, string Name)
    {
        public async Task Run(RandomChanges random, Tally tally)
        {
            var before = await Observation.Make(Suite.Grid, "acme", Questions);
            var log = await Latest();
            var maySee = await MaySee();
            var (error, affected) = await Preview(1 + random.Below(3));
            Holds(await Latest() == log, "The preview has left something in the audit log.");
            if (random.Chance(0.2))
                Holds(before.IsSame(await Observation.Make(Suite.Grid, "acme", Questions)), "The preview has changed something.");

            var refusal = await Make();
            if (error is not null && refusal is null)
            {
                Holds(!maySee && error.Code == ErrorCodes.PermissionDenied, $"The preview refuses what can be done: {error}.");
                tally.Unseen++;
                return;
            }
            if (refusal is not null || error is not null)
            {
                Holds(refusal?.Code == error?.Code && refusal?.Message == error?.Message, $"The preview says {error}, the change {refusal}.");
                tally.Refused++;
                return;
            }

            Holds(maySee, "The preview shows what its caller may not see.");
            Compare(before, await Observation.Make(Suite.Grid, "acme", Questions), affected);
            if (affected.Count > 0) tally.Turned++;
        }

        private void Compare(Observation before, Observation after, Dictionary<string, AffectedMember> affected)
        {
            foreach (var unknown in affected.Keys.Except(Questions.Users)) Holds(false, $"The preview lists {unknown}.");
            foreach (var user in Questions.Users)
            {
                var member = affected.GetValueOrDefault(user) ?? new AffectedMember(user, null, [], []);
                var (gains, loses) = (new Turns(member.Gains), new Turns(member.Loses));
                var turned = false;
                foreach (var question in Questions.Of(user))
                {
                    var (was, becomes) = (before.Allows(question), after.Allows(question));
                    turned |= was != becomes;
                    var gained = gains.Happens(question.Action, question.Project, question.In);
                    var lost = loses.Happens(question.Action, question.Project, question.In);
                    Holds(gained == (!was && becomes), $"{question} was {was} and is {becomes}; the preview {(gained ? "" : "does not ")}list it as gained.");
                    Holds(lost == (was && !becomes), $"{question} was {was} and is {becomes}; the preview {(lost ? "" : "does not ")}list it as lost.");
                }
                // What turns only in circumstances that cannot be is listed, and never seen.
                Holds(turned || !affected.ContainsKey(user) || Questions.Circumstances[0] is not null || IsConditional(member),
                    $"{user} is listed, and neither gains nor loses anything.");
            }
        }

        private static bool IsConditional(AffectedMember member) => member.Gains.Concat(member.Loses).All(change => change.Condition is not null);

        private async Task<(Error? Error, Dictionary<string, AffectedMember> Affected)> Preview(int size)
        {
            var affected = new Dictionary<string, AffectedMember>(StringComparer.Ordinal);
            for (var token = ""; ;)
            {
                var page = await Acme.Preview(Context, Change, new PageRequest(size, token), None);
                if (!page.Succeeded) return (page.Error, affected);
                Holds(page.Value.Items.Length <= size, "A page is too long.");
                foreach (var member in page.Value.Items) affected.Add(member.User, member);
                token = page.Value.NextToken;
                if (token.Length == 0) return (null, affected);
            }
        }

        private async Task<Error?> Make() => Change switch
        {
            { Member: { Put: { } assignment } member } => (await Acme.PutMember(Context, member.User, assignment, None)).Error,
            { Member: { Patch: { } patch } member } => (await Acme.PatchMember(Context, member.User, patch, None)).Error,
            { Member: { } member } => (await Acme.RemoveMember(Context, member.User, None)).Error,
            { Role: { Put: { } content } role } => (await Acme.PutRole(Context, role.Role, content, None)).Error,
            { Role: { Delete: { } command } role } => (await Acme.DeleteRole(Context, role.Role, command, None)).Error,
            { Group: { Put: { } content } group } => (await Acme.PutGroup(Context, group.Group, content, None)).Error,
            { Group: { AddMember: { } user } group } => (await Acme.AddGroupMember(Context, group.Group, user, None)).Error,
            { Group: { RemoveMember: { } user } group } => (await Acme.RemoveGroupMember(Context, group.Group, user, None)).Error,
            { Group: { } group } => (await Acme.DeleteGroup(Context, group.Group, None)).Error,
            { Plan: { } plan } => (await Acme.Update(Context, new UpdateOrganization(Plan: plan.Plan) { Reassign = plan.Reassign }, None)).Error,
            _ => throw new InvalidOperationException("There is nothing to change."),
        };

        private async Task<bool> MaySee() =>
            Context.Caller.IsService
            || Context.Caller.User == (Change.Member?.User ?? Change.Group?.AddMember ?? Change.Group?.RemoveMember)
            || (await Acme.ListMembers(Context.Caller, new MemberFilter(), new PageRequest(1), None)).Succeeded;

        private async Task<string?> Latest() =>
            (await Acme.ReadAudit(Caller.Service, new AuditQuery(), new PageRequest(1), None)).Require().Items.FirstOrDefault()?.Id;

        private void Holds(bool condition, string what)
        {
            if (!condition) Assert.Fail($"{Name}: {what}\nBy {Context}\n{JsonSerializer.Serialize(Change)}");
        }
    }
}
