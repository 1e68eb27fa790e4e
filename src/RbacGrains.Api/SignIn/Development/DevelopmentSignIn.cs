using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// Signs people in as whomever they say they are. It is there only where the program found the environment to be Development and its addresses to be
/// this machine's own; each request has to come from this machine, under one of its own names.
/// </summary>
internal sealed class DevelopmentSignIn(Lazy<IGrid> grid, TimeProvider clock)
{
    private const int MostOrganizations = 10;
    private const int MostMembers = 20;

    /// <summary>Asks who somebody is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="back">The path to return to.</param>
    public async Task Ask(HttpContext context, string back)
    {
        RequireThisMachine(context);
        var html = HtmlEncoder.Default;
        var page = new StringBuilder("<p>Development: whoever you say you are, you are.</p><form method=\"post\" action=\"/signin/development\">")
            .Append("<input type=\"hidden\" name=\"return\" value=\"").Append(html.Encode(back)).Append("\">")
            .Append("<p><label>User <input name=\"id\" maxlength=\"128\" autofocus></label> <button>Sign in</button></p>");
        await foreach (var (organization, members) in Known(context.RequestAborted))
        {
            page.Append("<p>").Append(html.Encode(organization)).Append(": ");
            foreach (var member in members)
                page.Append("<button name=\"user\" value=\"").Append(html.Encode(member)).Append("\">").Append(html.Encode(member)).Append("</button> ");
            page.Append("</p>");
        }

        await SignInAnswers.Write(context, "Sign in", page.Append("</form>").ToString());
    }

    /// <summary>Begins the session of whoever somebody says they are.</summary>
    public async Task SignIn(HttpContext context)
    {
        RequireThisMachine(context);
        // Another site's page must not sign a developer in as somebody else.
        SameOrigin.Require(context);
        if (!context.Request.HasFormContentType) throw new RequestException(new Problem(StatusCodes.Status415UnsupportedMediaType,
            ProblemCodes.UnsupportedMediaType, "The body has to be a form: send it as application/x-www-form-urlencoded."));
        var form = await ReadForm(context);
        var (picked, typed, back) = (form["user"].ToString(), form["id"].ToString(), LocalPath.Read(form["return"]));
        var user = picked.Length > 0 ? picked : typed;
        if (SignInUser.Obstacle(user) is { } obstacle)
            throw SignInException.Refused($"Nobody can sign in with that id: it {obstacle}.");
        await context.SignInAsync(
            SessionCookie.Scheme, SessionCookie.Principal(user, SessionCookie.ByDevelopment, user.Contains('@', StringComparison.Ordinal) ? user : null), SessionCookie.Begin(new AuthenticationProperties(), clock.GetUtcNow()));
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = back;
    }

    // A name that somebody else has pointed at this machine is not one of its own: their page could otherwise sign in here (DNS rebinding).
    private static void RequireThisMachine(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        var named = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        if (!named || context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            throw SignInException.Refused("The development sign-in is for this machine alone: open it at localhost.");
    }

    private static async Task<IFormCollection> ReadForm(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException broken)
        {
            throw new RequestException(Problem.BadRequest(ProblemCodes.BadHttp, $"The form cannot be read: {broken.Message}"));
        }
    }

    private async IAsyncEnumerable<(string Organization, IEnumerable<string> Members)> Known(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organizations = await grid.Value.Tenants.List(Caller.Service, new PageRequest(MostOrganizations), cancellationToken);
        if (!organizations.Succeeded) yield break;
        foreach (var organization in organizations.Value.Items)
        {
            var members = await grid.Value.Organization(organization.Id)
                .ListMembers(Caller.Service, new MemberFilter(), new PageRequest(MostMembers), cancellationToken);
            if (members.Succeeded) yield return (organization.Name, members.Value.Items.Select(member => member.User));
        }
    }
}
