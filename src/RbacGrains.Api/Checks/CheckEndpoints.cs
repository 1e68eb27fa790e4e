namespace RbacGrains.Api;

/// <summary>Whether a user may do something, and why.</summary>
internal static class CheckEndpoints
{
    private const string Tag = "Checks";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Ask("/v1/check", Check).Describe(Tag, "Check", "Decide whether a user may do something.")
            .Takes<CheckBody>().Answers<CheckJson>().Refuses(404);
        api.Ask("/v1/check/batch", CheckBatch).Describe(Tag, "CheckBatch", "Decide up to 10,000 checks, each for itself, in order.")
            .Takes<BatchBody>().Answers<BatchJson>();
        api.Ask("/v1/explain", Explain).Describe(Tag, "Explain", "Decide, and say what led to the decision.")
            .Takes<CheckBody>().Answers<ExplanationJson>().Refuses(404);
    }

    private static async ValueTask<IResult> Check(ApiRequest request)
    {
        var check = await JsonBody.Read(
            request.Context.Request, ApiJson.Context.CheckBody, request.Options.MaxBodyBytes, quick: CheckReader.Check);
        if (CheckIds.Mistake(check) is { } mistake) return Answers.Refused(mistake);
        var user = request.Grid.User(check.User);
        var decision = check.IsEvaluation
            ? await user.Evaluate(request.Caller, check.Organization, check.ToEvaluation(""), request.Cancelled)
            : await user.Check(request.Caller, check.Organization, check.Action, check.Project, request.Cancelled);
        return decision.Succeeded ? new DecisionResult(decision.Value) : Answers.Refused(decision.Error);
    }

    private static async ValueTask<IResult> CheckBatch(ApiRequest request)
    {
        var batch = await JsonBody.Read(
            request.Context.Request, ApiJson.Context.BatchBody, request.Options.MaxBatchBytes, quick: CheckReader.Batch);
        if (batch.Checks.Length > RbacApiOptions.MostChecks)
            return new ProblemResult(Problem.BadRequest(ProblemCodes.TooManyChecks,
                $"There are {batch.Checks.Length} checks, and at most {RbacApiOptions.MostChecks} fit. Send them in several batches.", "/checks"));
        if (Array.IndexOf(batch.Checks, null) is >= 0 and var place)
            return new ProblemResult(Problem.BadRequest(ProblemCodes.InvalidType, "This has to be an object, and is null.", $"/checks/{place}"));
        return new BatchResult(await Batch.Decide(request.Grid, request.Caller, batch.Checks, request.Cancelled));
    }

    private static async ValueTask<IResult> Explain(ApiRequest request)
    {
        var check = await request.Read(ApiJson.Context.CheckBody);
        if (CheckIds.Mistake(check) is { } mistake) return Answers.Refused(mistake);
        var user = request.Grid.User(check.User);
        var explanation = check.IsEvaluation
            ? await user.ExplainEvaluation(request.Caller, check.Organization, check.ToEvaluation(""), request.Cancelled)
            : await user.Explain(request.Caller, check.Organization, check.Action, check.Project, request.Cancelled);
        return Answers.Json(explanation, ExplanationJson.Of, ApiJson.Context.ExplanationJson);
    }
}
