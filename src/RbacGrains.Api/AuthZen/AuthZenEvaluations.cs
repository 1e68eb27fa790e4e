using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Several evaluations in one request: each for itself, with defaults from the top, in the order in which they stand.</summary>
internal static class AuthZenEvaluations
{
    private enum Semantic
    {
        ExecuteAll,
        DenyOnFirstDeny,
        PermitOnFirstPermit,
    }

    /// <summary>The answers; null when the request is a single evaluation.</summary>
    /// <exception cref="RequestException">Something is wrong with the request as a whole.</exception>
    public static async ValueTask<AuthZenEvaluationsJson?> Answer(ApiRequest request, JsonElement body)
    {
        if (AuthZenReader.Optional(body, "evaluations", "", JsonValueKind.Array) is not { } list || list.GetArrayLength() == 0) return null;
        if (list.GetArrayLength() > RbacApiOptions.MostChecks)
            throw new RequestException(Problem.BadRequest(
                ProblemCodes.TooManyChecks,
                $"There are {list.GetArrayLength()} evaluations, and at most {RbacApiOptions.MostChecks} fit. Send them in several requests.",
                "/evaluations"));
        var semantic = SemanticOf(body);
        RequireDefaults(body);
        var asked = list.EnumerateArray().Select((item, index) => Read(request, body, item, $"/evaluations/{index}")).ToList();
        return new AuthZenEvaluationsJson(semantic == Semantic.ExecuteAll
            ? await All(request, asked)
            : await Until(request, asked, endsWith: semantic == Semantic.PermitOnFirstPermit));
    }

    private static Semantic SemanticOf(JsonElement body)
    {
        const string Pointer = "/options/evaluations_semantic";
        if (AuthZenReader.Optional(body, "options", "", JsonValueKind.Object) is not { } options
            || AuthZenReader.Optional(options, "evaluations_semantic", "/options", JsonValueKind.String) is not { } word) return Semantic.ExecuteAll;
        foreach (var semantic in Enum.GetValues<Semantic>())
            if (word.ValueEquals(Words.Of(semantic))) return semantic;
        throw new RequestException(Problem.BadRequest(
            ErrorCodes.InvalidValue,
            $"There is no such semantic. Known: {string.Join(", ", Enum.GetValues<Semantic>().Select(known => Words.Of(known)))}.",
            Pointer));
    }

    // What stands at the top has to be right, whether or not an evaluation makes use of it.
    private static void RequireDefaults(JsonElement body)
    {
        if (Has(body, "subject")) AuthZenReader.Entity(body, "subject", "", needsId: true);
        if (Has(body, "action")) AuthZenReader.Action(body, "");
        if (Has(body, "resource")) AuthZenReader.Entity(body, "resource", "", needsId: true);
        AuthZenReader.Context(body, "");
    }

    private static Asked Read(ApiRequest request, JsonElement top, JsonElement item, string pointer)
    {
        try
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw new RequestException(Problem.BadRequest(
                    ProblemCodes.InvalidType, $"This has to be an object, and is {FieldTypes.Name(item)}.", pointer));
            var question = new AuthZenQuestion(
                Has(item, "subject") || !Has(top, "subject")
                    ? AuthZenReader.Entity(item, "subject", pointer, needsId: true)
                    : AuthZenReader.Entity(top, "subject", "", needsId: true),
                Has(item, "action") || !Has(top, "action") ? AuthZenReader.Action(item, pointer) : AuthZenReader.Action(top, ""),
                Has(item, "resource") || !Has(top, "resource")
                    ? AuthZenReader.Entity(item, "resource", pointer, needsId: true)
                    : AuthZenReader.Entity(top, "resource", "", needsId: true),
                Has(item, "context") ? AuthZenReader.Context(item, pointer) : AuthZenReader.Context(top, ""));
            if (AuthZenDecisions.OfSubject(question) is { } denied) return new Asked(denied, "", "", null);
            return new Asked(null, AuthZenOrganization.Of(request, question), question.Subject!.Id!, question.ToEvaluation());
        }
        catch (RequestException mistake)
        {
            return new Asked(AuthZenDecisions.Failed(mistake.Problem), "", "", null);
        }
    }

    private static async ValueTask<AuthZenDecisionJson[]> All(ApiRequest request, List<Asked> asked)
    {
        var answers = new AuthZenDecisionJson[asked.Count];
        for (var index = 0; index < asked.Count; index++) answers[index] = asked[index].Answer!;
        var open = Enumerable.Range(0, asked.Count).Where(index => asked[index].Answer is null);
        var calls = open.GroupBy(index => (asked[index].User, asked[index].Organization)).Select(async group =>
        {
            List<int> places = [.. group];
            var decided = await request.Grid.User(group.Key.User).EvaluateMany(
                request.Caller, group.Key.Organization, [.. places.Select(place => asked[place].Evaluation!)], request.Cancelled);
            for (var index = 0; index < places.Count; index++) answers[places[index]] = Answer(AuthZenDecisions.Of(decided[index]));
        });
        await Task.WhenAll(calls.ToList());
        return answers;
    }

    private static async ValueTask<List<AuthZenDecisionJson>> Until(ApiRequest request, List<Asked> asked, bool endsWith)
    {
        var answers = new List<AuthZenDecisionJson>();
        foreach (var one in asked)
        {
            answers.Add(one.Answer ?? Answer(AuthZenDecisions.Of(await request.Grid.User(one.User).Evaluate(
                request.Caller, one.Organization, one.Evaluation!, request.Cancelled))));
            if (answers[^1].Decision == endsWith) break;
        }
        return answers;
    }

    private static AuthZenDecisionJson Answer(Result<AuthZenDecisionJson> result) =>
        result.Succeeded ? result.Value : AuthZenDecisions.Failed(result.Error.ToProblem());

    private static bool Has(JsonElement body, string name) => AuthZenReader.Optional(body, name) is not null;

    private sealed record Asked(AuthZenDecisionJson? Answer, string Organization, string User, Evaluation? Evaluation);
}
