namespace RbacGrains.Api;

/// <summary>Maps the HTTP API into an application.</summary>
public static class RbacApiEndpoints
{
    /// <summary>Maps every endpoint, the OpenAPI document and the health checks.</summary>
    public static WebApplication MapRbacApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseServing();
        app.MapOpenApi("/openapi/{documentName}.json");
        HealthEndpoints.Map(app);
        AuthZenMetadata.Map(app);

        // Set once for every endpoint: who calls is found out first, and what is wrong is a problem.
        var group = app.MapGroup("");
        group.Refuses(400, 401, 403);
        var api = new ApiRoutes(group, app.Services.GetRequiredService<ApiPipeline>());
        app.Services.GetRequiredService<ModelEndpoints>().Map(api);
        app.Services.GetRequiredService<OrganizationMatrixEndpoint>().Map(api);
        OrganizationEndpoints.Map(api);
        MemberEndpoints.Map(api);
        GroupEndpoints.Map(api);
        RoleEndpoints.Map(api);
        PreviewEndpoints.Map(api);
        CheckEndpoints.Map(api);
        InvitationEndpoints.Map(api);
        InvitationAnswerEndpoints.Map(api);
        ApiKeyEndpoints.Map(api);
        ServiceAccountEndpoints.Map(api);
        AuditEndpoints.Map(api);
        ResourceEndpoints.Map(api);
        AuthZenEndpoints.Map(api);
        MeEndpoint.Map(api);
        SignInEndpoints.Map(app);
        app.Services.GetRequiredService<LeaseEndpoints>().Map(api);
        return app;
    }
}
