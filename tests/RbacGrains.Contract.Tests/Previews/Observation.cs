using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests.Previews;

/// <summary>What every user may do everywhere in an organization, as checks answer it.</summary>
internal sealed class Observation
{
    private readonly HashSet<(string User, string Action, string? Project, Circumstance? In)> _allowed;

    private Observation(HashSet<(string, string, string?, Circumstance?)> allowed) => _allowed = allowed;

    /// <summary>Asks for each user and action, in the organization and in projects, in all circumstances.</summary>
    public static async Task<Observation> Make(IGrid grid, string organization, Questions questions)
    {
        var allowed = new HashSet<(string, string, string?, Circumstance?)>();
        foreach (var user in questions.Users)
        {
            var asked = questions.Of(user).ToList();
            var decisions = await Ask(grid.User(user), organization, user, asked);
            for (var index = 0; index < asked.Count; index++)
                if (decisions[index].Require().Allowed) allowed.Add(asked[index]);
        }
        return new Observation(allowed);
    }

    /// <summary>Whether a check is allowed.</summary>
    public bool Allows((string User, string Action, string? Project, Circumstance? In) question) => _allowed.Contains(question);

    /// <summary>Whether all checks are answered alike.</summary>
    public bool IsSame(Observation other) => _allowed.SetEquals(other._allowed);

    private static async Task<ImmutableArray<Result<Decision>>> Ask(
        IUser actor, string organization, string user, List<(string User, string Action, string? Project, Circumstance? In)> asked) =>
        asked[0].In is null
            ? await actor.CheckMany(
                Caller.Service, [.. asked.Select(question => new CheckRequest(organization, question.Action, question.Project))], CancellationToken.None)
            : await actor.EvaluateMany(
                Caller.Service,
                organization,
                [.. asked.Select(question => question.In!.Ask(user, question.Action, question.Project))],
                CancellationToken.None);
}

/// <summary>Everything that is asked about an organization.</summary>
/// <param name="Users">Everybody who is or may become a member.</param>
/// <param name="Actions">All actions of the model.</param>
/// <param name="Projects">Projects with ceilings, and one that nobody has a ceiling for.</param>
/// <param name="Circumstances">The circumstances of each check.</param>
internal sealed record Questions(
    IReadOnlyList<string> Users,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string?> Projects,
    IReadOnlyList<Circumstance?> Circumstances)
{
    public IEnumerable<(string User, string Action, string? Project, Circumstance? In)> Of(string user) =>
        from action in Actions
        from project in Projects.Prepend(null)
        from circumstance in Circumstances
        select (user, action, project, circumstance);
}
