namespace RbacGrains.Api;

/// <summary>Finds the organization that a question is about.</summary>
internal static class AuthZenOrganization
{
    private const string Name = "organization";

    /// <summary>
    /// The one that the path names, or to which the caller is bound; else the one that the context, or the resource's properties, name.
    /// </summary>
    /// <exception cref="RequestException">There is none.</exception>
    public static string Of(ApiRequest request, AuthZenQuestion question)
    {
        if (request.Context.Request.RouteValues.ContainsKey("org")) return request.OrganizationId;
        return request.Caller.Organization
            ?? AuthZenReader.TextIn(question.Context, Name, "/context")
            ?? question.Resource?.Text(Name)
            ?? throw new RequestException(Problem.BadRequest(
                ProblemCodes.MissingField,
                "Name the organization: ask at '/organizations/{id}/access/v1/...', or say it in 'context.organization'.",
                "/context/organization"));
    }
}
