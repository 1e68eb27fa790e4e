using System.Collections.Concurrent;

namespace RbacGrains.Contract.Tests;

/// <summary>Everything that can happen to an organization, at random and at once: nothing waits for ever, nothing contradicts.</summary>
public abstract class EverythingAtOnceSuite : ContractSuite
{
    private const int Tasks = 8;
    private const int OperationsOfEach = 250;

    private static readonly string[] Users = ["owner", "a", "b", "c", "d", "e", "f", "g", "h", "i"];
    private static readonly string[] Roles = ["owner", "owner", "manager", "inviter", "director", "writer", "guest", "partner", "crew"];

    private readonly ConcurrentQueue<IssuedInvitation> _issued = new();

    [Theory]
    [InlineData(1)]
    [InlineData(20260601)]
    public async Task Whatever_happens_at_once_the_organization_stays_consistent(int seed)
    {
        var acme = await Organization("acme");
        foreach (var user in Users[1..6]) await Member(acme, user, "owner");

        await AtOnce([.. Enumerable.Range(0, Tasks).Select(task => (Func<Task<bool>>)(async () =>
        {
            var random = new Random(seed + task);
            for (var operation = 0; operation < OperationsOfEach; operation++) await Something(acme, random);
            return true;
        }))]);

        await Invariants.Check(Grid, "acme", Users);
        await Host.Restart();
        await Invariants.Check(Grid, "acme", Users);
    }

    private async Task Something(IOrganization acme, Random random)
    {
        string Any(string[] of) => of[random.Next(of.Length)];
        var context = random.Next(4) == 0 ? Service : By(Any(Users));
        if (random.Next(8) == 0) context = context with { OperationId = $"op{random.Next(100)}" };
        var user = Any(Users);
        // Others take from the queue meanwhile.
        var known = _issued.Take(12).ToArray();
        var issued = known.Length > 0 ? known[random.Next(known.Length)] : null;

        switch (random.Next(18))
        {
            case 0 or 1:
                await acme.PutMember(context, user, new MemberAssignment { Role = Any(Roles) }, None);
                break;
            case 2 or 3:
                await acme.AssignRole(context, user, Any(Roles));
                break;
            case 4:
                await acme.PatchMember(context, user, new MemberPatch { Suspended = random.Next(2) == 0 }, None);
                break;
            case 5:
                await acme.RemoveMember(context, user, None);
                break;
            case 6:
                var move = To(random.Next(2) == 0 ? "free" : "team", ("partner", "guest"));
                await acme.Update(context, random.Next(2) == 0 ? move : move with { Name = $"Name {random.Next(9)}" }, None);
                break;
            case 7:
                await acme.Update(context, new UpdateOrganization($"Name {random.Next(9)}"), None);
                break;
            case 8 or 9:
                var invited = await acme.Invite(context, new InviteMember { Email = "any@example.com", Role = Any(Roles) }, None);
                if (invited.Succeeded) _issued.Enqueue(invited.Value);
                break;
            case 10 or 11 when issued is not null:
                await Accept(issued, user, "any@example.com");
                break;
            case 12 when issued is not null:
                await acme.RevokeInvitation(context, issued.Invitation.Id, None);
                break;
            case 13 when issued is not null:
                var resent = await acme.ResendInvitation(context, issued.Invitation.Id, None);
                if (resent.Succeeded) _issued.Enqueue(resent.Value);
                break;
            case 16:
                var content = new RoleContent
                {
                    Title = "Crew",
                    BasedOn = Any(["writer", "partner", "guest"]),
                    Plans = random.Next(3) == 0 ? ["enterprise", "team"] : [],
                    Grants = random.Next(2) == 0 ? Given(("files:read", "none")) : Grants.Empty,
                    AcceptNarrowing = random.Next(2) == 0,
                };
                await acme.PutRole(context, "crew", content, None);
                break;
            case 17:
                await acme.DeleteRole(context, "crew", new DeleteRole(random.Next(3) == 0 ? null : "guest"), None);
                break;
            case 14 when issued is not null:
                _issued.TryDequeue(out _);
                await Grid.Invitation(issued.Invitation.Id).Decline(issued.Token, user, "any@example.com", None);
                break;
            default:
                await Grid.User(user).Check(Caller.Service, "acme", "files:share", null, None);
                await acme.ListMembers(Caller.Service, new MemberFilter(Role: "guest"), new PageRequest(), None);
                break;
        }
    }
}
