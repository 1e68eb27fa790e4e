using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Answers many checks: one call to each user they are about, all users at once.</summary>
internal static class Batch
{
    /// <summary>The answers, in the order of the checks.</summary>
    public static async ValueTask<CheckJson[]> Decide(
        IGrid grid, Caller caller, CheckBody[] checks, CancellationToken cancellationToken)
    {
        var answers = new CheckJson[checks.Length];
        var byUser = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var evaluations = new List<int>();
        for (var index = 0; index < checks.Length; index++)
            if (CheckIds.Mistake(checks[index]) is { } mistake) answers[index] = CheckJson.Of(mistake);
            else if (checks[index].IsEvaluation) evaluations.Add(index);
            else (CollectionsMarshal.GetValueRefOrAddDefault(byUser, checks[index].User, out _) ??= []).Add(index);

        var asked = new List<(List<int> Places, Task<ImmutableArray<Result<Decision>>> Decisions)>(byUser.Count);
        foreach (var (user, places) in byUser)
        {
            var requests = places.Select(place => checks[place])
                .Select(check => new CheckRequest(check.Organization, check.Action, check.Project));
            asked.Add((places, grid.User(user).CheckMany(caller, [.. requests], cancellationToken).AsTask()));
        }

        await Evaluate(grid, caller, checks, evaluations, answers, cancellationToken);
        foreach (var (places, decisions) in asked)
        {
            var decided = await decisions;
            for (var index = 0; index < places.Count; index++) answers[places[index]] = CheckJson.Of(decided[index]);
        }

        return answers;
    }

    private static async ValueTask Evaluate(
        IGrid grid, Caller caller, CheckBody[] checks, List<int> places, CheckJson[] answers, CancellationToken cancellationToken)
    {
        foreach (var group in places.GroupBy(place => (checks[place].User, checks[place].Organization)))
        {
            var asked = new List<(int Place, Evaluation Evaluation)>();
            foreach (var place in group)
            {
                try
                {
                    asked.Add((place, checks[place].ToEvaluation($"/checks/{place}")));
                }
                catch (RequestException mistake)
                {
                    answers[place] = CheckJson.Of(new Error(ErrorKind.Invalid, mistake.Problem.Code, mistake.Problem.Detail));
                }
            }
            var decided = await grid.User(group.Key.User).EvaluateMany(
                caller, group.Key.Organization, [.. asked.Select(one => one.Evaluation)], cancellationToken);
            for (var index = 0; index < asked.Count; index++) answers[asked[index].Place] = CheckJson.Of(decided[index]);
        }
    }
}
