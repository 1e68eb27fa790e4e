using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The members of an organization that are programs.</summary>
internal static class ServiceAccountEndpoints
{
    private const string Tag = "Service accounts";
    private const string All = "/v1/organizations/{org}/service_accounts";
    private const string One = "/v1/organizations/{org}/service_accounts/{account}";

    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api)
    {
        api.Get(All, List).Describe(Tag, "ListServiceAccounts", "List the service accounts, in the order in which they were made.")
            .Paged().TakesQuery("role", "Accounts with this role.").TakesQuery("status", "Accounts that are active, suspended or expired.")
            .Answers<ListJson<ServiceAccountJson>>().Refuses(404);
        api.Get(One, Read).Describe(Tag, "GetServiceAccount", "Read a service account.").Answers<ServiceAccountJson>().Refuses(404);
        api.Patch(One, Patch).Describe(Tag, "PatchServiceAccount", "Change the name of a service account, or what it is assigned.")
            .Takes<ServiceAccountPatchBody>().Answers<ServiceAccountJson>().Refuses(404, 409, 412);
        api.Delete(One, Remove).Describe(Tag, "DeleteServiceAccount", "Remove a service account with all its keys.")
            .AnswersNothing().Refuses(404, 409, 412);
    }

    private static async ValueTask<IResult> List(ApiRequest request)
    {
        var filter = new ServiceAccountFilter(request.Query("role"), QueryValues.Word<MemberStatus>(request.Context, "status"));
        var accounts = await request.Organization.ListServiceAccounts(request.Caller, filter, request.Page, request.Cancelled);
        return Answers.Json(
            accounts, page => ListJson<ServiceAccountJson>.Of(page, ServiceAccountJson.Of), ApiJson.Context.ListJsonServiceAccountJson);
    }

    private static async ValueTask<IResult> Read(ApiRequest request) =>
        Answer(await request.Organization.GetServiceAccount(request.Caller, AccountId(request), request.Cancelled));

    private static async ValueTask<IResult> Patch(ApiRequest request)
    {
        var (organization, account, change) = (request.Organization, AccountId(request), request.Change);
        var body = await request.Read(ApiJson.Context.ServiceAccountPatchBody);
        return Answer(await organization.PatchServiceAccount(change, account, body.Command(), request.Cancelled));
    }

    private static async ValueTask<IResult> Remove(ApiRequest request) =>
        Answers.Done(await request.Organization.DeleteServiceAccount(request.Change, AccountId(request), request.Cancelled));

    private static string AccountId(ApiRequest request) => PathIds.Read(request.Context, "account", "a service account");

    private static IResult Answer(Result<ServiceAccountView> account) => account.Succeeded
        ? Answers.Resource(ServiceAccountJson.Of(account.Value), ApiJson.Context.ServiceAccountJson, account.Value.Access.Version)
        : Answers.Refused(account.Error);
}
