using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Grains.Tests.CallFilters;

/// <summary>In a web application, who is signed in is who acts.</summary>
public sealed class HttpActingUserTests
{
    private readonly IServiceProvider _services = new ServiceCollection().AddRbacHttpActingUser().BuildServiceProvider();

    private ActingAs? Current => _services.GetRequiredService<IActingUserSource>().Current;

    [Fact]
    public void Nobody_acts_outside_of_a_request() => Assert.Null(Current);

    [Fact]
    public void Nobody_acts_who_is_not_signed_in()
    {
        Begin(new ClaimsIdentity([new Claim("sub", "alice")]));

        Assert.Null(Current);
    }

    [Fact]
    public void Who_is_signed_in_acts_where_the_request_says()
    {
        var request = Begin(new ClaimsIdentity([new Claim("sub", "alice"), new Claim("org_id", "acme")], "test"));
        request.Request.Headers["Rbac-Project"] = "p";

        Assert.Equal(new ActingAs("alice", "acme", "p"), Current);
        Assert.Same(Current, Current);
    }

    [Fact]
    public void Who_is_signed_in_later_acts_from_then_on()
    {
        var request = Begin(new ClaimsIdentity());
        Assert.Null(Current);

        request.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "bob")], "test"));

        Assert.Equal(new ActingAs("bob"), Current);
    }

    [Theory]
    [InlineData("sub", "not an id")]
    [InlineData("sub", "")]
    public void A_claim_that_is_no_id_names_nobody(string claim, string value)
    {
        Begin(new ClaimsIdentity([new Claim(claim, value)], "test"));

        Assert.Null(Current);
    }

    private DefaultHttpContext Begin(ClaimsIdentity identity)
    {
        var request = new DefaultHttpContext { RequestServices = _services, User = new ClaimsPrincipal(identity) };
        _services.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
        return request;
    }
}
