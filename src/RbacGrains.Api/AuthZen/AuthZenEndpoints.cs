namespace RbacGrains.Api;

/// <summary>
/// The OpenID AuthZEN Authorization API 1.0: for the whole service, and once more for each organization, where nobody has to name it. Errors are
/// messages in plain text, as the protocol has them.
/// </summary>
internal static class AuthZenEndpoints
{
    /// <summary>The path of an organization's own decision point.</summary>
    public const string OfOrganization = "/organizations/{org}";

    private const string Tag = "AuthZEN";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        foreach (var (scope, name) in new[] { ("", ""), (OfOrganization, "InOrganization") })
        {
            api.Speak($"{scope}/access/v1/evaluation", Evaluate, RequestIdHeader.Echo)
                .Describe(Tag, $"Evaluate{name}", "Decide whether a subject may do something to a resource.")
                .TakesAnyType<AuthZenEvaluationBody>().Answers<AuthZenDecisionJson>();
            api.Speak($"{scope}/access/v1/evaluations", EvaluateMany, RequestIdHeader.Echo)
                .Describe(Tag, $"EvaluateMany{name}", "Decide up to 10,000 evaluations, or a single one.")
                .TakesAnyType<AuthZenEvaluationsBody>().Answers<AuthZenEvaluationsJson>();
            api.Speak($"{scope}/access/v1/search/subject", AuthZenSearches.Subjects, RequestIdHeader.Echo)
                .Describe(Tag, $"SearchSubjects{name}", "List the subjects who may do something to a resource.")
                .TakesAnyType<AuthZenSearchBody>().Answers<AuthZenSearchJson>();
            api.Speak($"{scope}/access/v1/search/resource", AuthZenSearches.Resources, RequestIdHeader.Echo)
                .Describe(Tag, $"SearchResources{name}", "List the resources of the catalog to which a subject may do something.")
                .TakesAnyType<AuthZenSearchBody>().Answers<AuthZenSearchJson>();
            api.Speak($"{scope}/access/v1/search/action", AuthZenSearches.Actions, RequestIdHeader.Echo)
                .Describe(Tag, $"SearchActions{name}", "List what a subject may do to a resource.")
                .TakesAnyType<AuthZenSearchBody>().Answers<AuthZenSearchJson>();
        }
    }

    private static async ValueTask<IResult> Evaluate(ApiRequest request) =>
        await Decide(request, AuthZenReader.Question(await AuthZenBodies.Read(request, request.Options.MaxBodyBytes)));

    private static async ValueTask<IResult> EvaluateMany(ApiRequest request)
    {
        var body = await AuthZenBodies.Read(request, request.Options.MaxBatchBytes);
        return await AuthZenEvaluations.Answer(request, body) is { } answers
            ? Answers.Json(answers, ApiJson.Context.AuthZenEvaluationsJson)
            : await Decide(request, AuthZenReader.Question(body));
    }

    private static async ValueTask<IResult> Decide(ApiRequest request, AuthZenQuestion question)
    {
        var organization = AuthZenOrganization.Of(request, question);
        if (AuthZenDecisions.OfSubject(question) is { } denied) return Answers.Json(denied, ApiJson.Context.AuthZenDecisionJson);
        var decision = AuthZenDecisions.Of(await request.Grid.User(question.Subject!.Id!).Evaluate(
            request.Caller, organization, question.ToEvaluation(), request.Cancelled));
        return Answers.Json(decision, answer => answer, ApiJson.Context.AuthZenDecisionJson);
    }
}
