namespace RbacGrains.Api;

/// <summary>Finds the organization that a question is about.</summary>
internal static class AuthZenOrganization
{
    private const string Name = "organization";

    /// <summary>
    /// The one that the path names, or else the context; else the one to which the caller is bound, or that the resource's properties name. Whoever
    /// is bound and names another one is told that there is none: an answer about their own would be one to another question.
    /// </summary>
    /// <exception cref="RequestException">There is none.</exception>
    public static string Of(ApiRequest request, AuthZenQuestion question)
    {
        if (request.Context.Request.RouteValues.ContainsKey("org")) return request.OrganizationId;
        return AuthZenReader.TextIn(question.Context, Name, "/context")
            ?? request.Caller.Organization
            ?? question.Resource?.Text(Name)
            ?? throw new RequestException(Problem.BadRequest(
                ProblemCodes.MissingField,
                "Name the organization: ask at '/organizations/{id}/access/v1/...', or say it in 'context.organization'.",
                "/context/organization"));
    }
}
