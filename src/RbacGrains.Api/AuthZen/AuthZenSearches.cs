using System.Collections.Immutable;
using System.Globalization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The three searches. What a search does not know it does not find.</summary>
internal static class AuthZenSearches
{
    /// <summary>Who can do something to a resource.</summary>
    public static async ValueTask<IResult> Subjects(ApiRequest request)
    {
        var body = await AuthZenBodies.Read(request, request.Options.MaxBodyBytes);
        var question = new AuthZenQuestion(
            AuthZenReader.Entity(body, "subject", "", needsId: false),
            AuthZenReader.Action(body, ""),
            AuthZenReader.Entity(body, "resource", "", needsId: true),
            AuthZenReader.Context(body, ""));
        var organization = AuthZenOrganization.Of(request, question);
        var page = AuthZenPage.Read(body, "subject", organization);
        var type = question.Subject!.Type;
        Result<Page<string>> found = type == AuthZenQuestion.SubjectType
            ? await request.Grid.Organization(organization).SearchSubjects(
                request.Caller, question.ToEvaluation(), page.Request, request.Cancelled)
            : Nothing;
        return Answer(found, page, id => new AuthZenEntityJson(type, id, null));
    }

    /// <summary>To which resources somebody can do something.</summary>
    public static async ValueTask<IResult> Resources(ApiRequest request)
    {
        var body = await AuthZenBodies.Read(request, request.Options.MaxBodyBytes);
        var question = new AuthZenQuestion(
            AuthZenReader.Entity(body, "subject", "", needsId: true),
            AuthZenReader.Action(body, ""),
            AuthZenReader.Entity(body, "resource", "", needsId: false),
            AuthZenReader.Context(body, ""));
        var organization = AuthZenOrganization.Of(request, question);
        var page = AuthZenPage.Read(body, "resource", organization);
        var type = question.Resource!.Type;
        Result<Page<string>> found = question.Subject!.Type == AuthZenQuestion.SubjectType
            ? await request.Grid.Organization(organization).SearchResources(
                request.Caller, question.Subject.Id!, type, question.ToEvaluation(), page.Request, request.Cancelled)
            : Nothing;
        return Answer(found, page, id => new AuthZenEntityJson(type, id, null));
    }

    /// <summary>What somebody can do to a resource.</summary>
    public static async ValueTask<IResult> Actions(ApiRequest request)
    {
        var body = await AuthZenBodies.Read(request, request.Options.MaxBodyBytes);
        var question = new AuthZenQuestion(
            AuthZenReader.Entity(body, "subject", "", needsId: true),
            null,
            AuthZenReader.Entity(body, "resource", "", needsId: true),
            AuthZenReader.Context(body, ""));
        var organization = AuthZenOrganization.Of(request, question);
        var page = AuthZenPage.Read(body, "action", organization);
        Result<Page<string>> found = Nothing;
        if (question.Subject!.Type == AuthZenQuestion.SubjectType)
        {
            var actions = await request.Grid.Organization(organization).SearchActions(
                request.Caller, question.Subject.Id!, question.ToEvaluation(), request.Cancelled);
            found = actions.Succeeded ? PageOf(actions.Value, page.Request) : actions.Error;
        }
        return Answer(found, page, name => new AuthZenEntityJson(null, null, name));
    }

    private static Page<string> Nothing { get; } = new([], "");

    private static IResult Answer(Result<Page<string>> found, AuthZenPage page, Func<string, AuthZenEntityJson> entity) =>
        Answers.Json(found, results => page.Answer(results, entity), ApiJson.Context.AuthZenSearchJson);

    // A model's actions are no list that is kept in pages; the token is how many of them came before.
    private static Page<string> PageOf(ImmutableArray<string> actions, PageRequest page)
    {
        var before = page.Token is { Length: > 0 } token ? int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var items = actions.Skip(before).Take(page.Size).ToImmutableArray();
        var next = before + items.Length;
        return new Page<string>(items, next < actions.Length ? next.ToString(CultureInfo.InvariantCulture) : "");
    }
}
