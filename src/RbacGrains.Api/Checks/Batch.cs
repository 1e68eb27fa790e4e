using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Answers many checks: one call to each user they are about, all users at once.</summary>
internal static class Batch
{
    /// <summary>The answers, in the order of the checks.</summary>
    public static async ValueTask<Result<Decision>[]> Decide(
        IGrid grid, Caller caller, CheckBody[] checks, CancellationToken cancellationToken)
    {
        var answers = new Result<Decision>[checks.Length];
        var byUser = new Dictionary<string, ChecksOfUser>(StringComparer.Ordinal);
        var evaluations = new List<int>();
        for (var index = 0; index < checks.Length; index++)
        {
            var check = checks[index];
            if (CheckIds.Mistake(check) is { } mistake) answers[index] = mistake;
            else if (check.IsEvaluation) evaluations.Add(index);
            else (CollectionsMarshal.GetValueRefOrAddDefault(byUser, check.User, out _) ??= new()).Add(index, check);
        }

        // What is in memory is answered at once, and only what is not is waited for.
        List<(ChecksOfUser Of, Task<ImmutableArray<Result<Decision>>> Decisions)>? awaited = null;
        foreach (var (user, of) in byUser)
        {
            var asked = grid.User(user).CheckMany(caller, of.Requests, cancellationToken);
            if (asked.IsCompletedSuccessfully) of.Place(asked.Result, answers);
            else (awaited ??= []).Add((of, asked.AsTask()));
        }

        await Evaluate(grid, caller, checks, evaluations, answers, cancellationToken);
        if (awaited is null) return answers;
        foreach (var (of, decisions) in awaited) of.Place(await decisions, answers);
        return answers;
    }

    private static async ValueTask Evaluate(
        IGrid grid, Caller caller, CheckBody[] checks, List<int> places, Result<Decision>[] answers, CancellationToken cancellationToken)
    {
        if (places.Count == 0) return;
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
                    answers[place] = new Error(ErrorKind.Invalid, mistake.Problem.Code, mistake.Problem.Detail);
                }
            }
            var decided = await grid.User(group.Key.User).EvaluateMany(
                caller, group.Key.Organization, [.. asked.Select(one => one.Evaluation)], cancellationToken);
            for (var index = 0; index < asked.Count; index++) answers[asked[index].Place] = decided[index];
        }
    }

    /// <summary>The checks of a batch that are about one user, and where in it they are.</summary>
    private sealed class ChecksOfUser
    {
        private readonly List<CheckRequest> _requests = [];
        private readonly List<int> _places = [];

        public ImmutableArray<CheckRequest> Requests => [.. _requests];

        public void Add(int place, CheckBody check)
        {
            _places.Add(place);
            _requests.Add(new CheckRequest(check.Organization, check.Action, check.Project));
        }

        public void Place(ImmutableArray<Result<Decision>> decided, Result<Decision>[] answers)
        {
            for (var index = 0; index < _places.Count; index++) answers[_places[index]] = decided[index];
        }
    }
}
