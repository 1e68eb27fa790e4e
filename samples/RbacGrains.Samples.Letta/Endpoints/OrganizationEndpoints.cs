namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>The organization's settings and its plan, which are the grid's.</summary>
internal static class OrganizationEndpoints
{
    public static void MapSettings(this RouteGroupBuilder group)
    {
        var settings = group.MapGroup("settings").RequireAction("organization:manage");
        settings.MapGet("", (RequestScope scope, IGrid grid, CancellationToken cancellationToken) =>
            Show(scope, grid, view => new { view.Name }, cancellationToken));
        settings.MapPatch("", (RequestScope scope, SettingsBody body, IGrid grid, CancellationToken cancellationToken) =>
            Change(scope, grid, new UpdateOrganization(Name: body.Name), view => new { view.Name }, cancellationToken));
    }

    public static void MapBilling(this RouteGroupBuilder group)
    {
        var billing = group.MapGroup("billing").RequireAction("billing:manage");
        billing.MapGet("", (RequestScope scope, IGrid grid, CancellationToken cancellationToken) =>
            Show(scope, grid, view => new { view.Plan }, cancellationToken));
        billing.MapPut("", (RequestScope scope, PlanBody body, IGrid grid, CancellationToken cancellationToken) =>
            Change(scope, grid, new UpdateOrganization(Plan: body.Plan), view => new { view.Plan }, cancellationToken));
    }

    private static async Task<IResult> Show(
        RequestScope scope, IGrid grid, Func<OrganizationView, object> shown, CancellationToken cancellationToken) =>
        Answers.Of(await grid.Organization(scope.Organization).Get(new Caller(scope.User), cancellationToken), shown);

    private static async Task<IResult> Change(
        RequestScope scope, IGrid grid, UpdateOrganization change, Func<OrganizationView, object> shown, CancellationToken cancellationToken) =>
        Answers.Of(
            await grid.Organization(scope.Organization).Update(ChangeContext.By(scope.User), change, cancellationToken), shown);

    private sealed record SettingsBody(string? Name);

    private sealed record PlanBody(string? Plan);
}
