using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RbacGrains.Api.Tests;

/// <summary>What a provider could issue that is not for this sign-in, and what else it could answer.</summary>
public sealed class IdTokenTests
{
    [Fact]
    public async Task A_right_token_signs_in_and_is_the_only_one_that_does()
    {
        await using var provider = await FakeProvider.Start();
        await using var program = await provider.StartProgram();
        (await FakeProvider.SignIn(program)).ShouldBe(302);

        Action<JsonObject>[] wrong =
        [
            claims => claims["iss"] = "https://another.example",
            claims => claims["iss"] = claims["iss"] + "/",
            claims => claims["aud"] = "another",
            claims => claims["aud"] = new JsonArray(),
            claims => claims["aud"] = new JsonArray("rbac", "another"),
            claims => claims["azp"] = "another",
            claims => claims.Remove("aud"),
            claims => claims["exp"] = (long)claims["exp"]! - 1000,
            claims => claims["exp"] = "soon",
            claims => claims.Remove("exp"),
            claims => claims["iat"] = (long)claims["iat"]! - 100_000,
            claims => claims["iat"] = (long)claims["iat"]! + 100_000,
            claims => claims.Remove("iat"),
            claims => claims["nonce"] = "another",
            claims => claims.Remove("nonce"),
            claims => claims["sub"] = "",
            claims => claims["sub"] = 7,
            claims => claims.Remove("sub"),
        ];
        foreach (var change in wrong)
        {
            provider.Claims = change;
            (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");
        }

        provider.Claims = claims => { claims["aud"] = new JsonArray("rbac", "another"); claims["azp"] = "rbac"; };
        (await FakeProvider.SignIn(program)).ShouldBe(302);
    }

    [Fact]
    public async Task A_signature_has_to_be_the_providers_by_an_algorithm_that_is_one()
    {
        await using var provider = await FakeProvider.Start();
        await using var program = await provider.StartProgram();
        using var stranger = RSA.Create(2048);
        provider.Sign = bytes => stranger.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");

        foreach (var algorithm in new[] { "none", "None", "", "HS256", "RS512", "ES256" })
        {
            provider.Header["alg"] = algorithm;
            // Without a signature, and with the public key taken for a secret.
            provider.Sign = algorithm == "HS256"
                ? bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes((string)provider.Keys["keys"]![0]!["n"]!), bytes)
                : _ => [];
            (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");
        }

        // A key that is none, since its point is not on the curve.
        var zeros = System.Buffers.Text.Base64Url.EncodeToString(new byte[32]);
        provider.Keys["keys"]!.AsArray().Add(new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = "none", ["x"] = zeros, ["y"] = zeros });
        (provider.Header["alg"], provider.Header["kid"], provider.Sign) = ("ES256", "none", _ => new byte[64]);
        await using (var another = await provider.StartProgram())
            (await FakeProvider.SignIn(another)).ShouldBeProblem(400, "sign_in_token_invalid");

        provider.Sign = null;
        provider.Header["alg"] = "RS256";
        provider.Header["kid"] = "unknown";
        (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");
        provider.Header["kid"] = "one";
        provider.Header["crit"] = new JsonArray("exp");
        (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");
    }

    [Theory]
    [InlineData("", 200, 503, "sign_in_unavailable")]
    [InlineData("not json", 200, 503, "sign_in_unavailable")]
    [InlineData("[]", 200, 503, "sign_in_unavailable")]
    [InlineData("""{"id_token":"a.b.c","id_token":"a.b.c"}""", 200, 503, "sign_in_unavailable")]
    [InlineData("{}", 200, 400, "sign_in_refused_by_provider")]
    [InlineData("""{"access_token":"a"}""", 200, 400, "sign_in_token_invalid")]
    [InlineData("""{"access_token":"a","id_token":7}""", 200, 400, "sign_in_token_invalid")]
    [InlineData("""{"access_token":"a","id_token":"a"}""", 200, 400, "sign_in_token_invalid")]
    [InlineData("""{"access_token":"a","id_token":"a.b.c"}""", 200, 400, "sign_in_token_invalid")]
    [InlineData("""{"access_token":"a","id_token":"e30.e30."}""", 200, 400, "sign_in_token_invalid")]
    [InlineData("{}", 302, 503, "sign_in_unavailable")]
    [InlineData("{}", 500, 503, "sign_in_unavailable")]
    [InlineData("""{"error":"invalid_client"}""", 401, 503, "sign_in_unavailable")]
    [InlineData("""{"error":"invalid_grant"}""", 400, 400, "sign_in_refused_by_provider")]
    [InlineData("""{"error":7}""", 400, 503, "sign_in_unavailable")]
    public async Task Whatever_the_token_endpoint_answers_is_no_failure_of_this_service(string body, int status, int answered, string code)
    {
        await using var provider = await FakeProvider.Start();
        await using var program = await provider.StartProgram();
        provider.Answer = _ => Results.Text(body, "application/json", statusCode: status);
        (await FakeProvider.SignIn(program)).ShouldBeProblem(answered, code);
    }

    [Fact]
    public async Task A_user_info_of_somebody_else_is_not_believed()
    {
        await using var provider = await FakeProvider.Start();
        await using var program = await provider.StartProgram("--Rbac:SignIn:UserClaim", "email");
        (provider.UserInfo["sub"], provider.UserInfo["email"], provider.UserInfo["email_verified"]) = ("ada", "ada@acme.example", true);
        (await FakeProvider.SignIn(program)).ShouldBe(302);
        provider.UserInfo["sub"] = "mallory";
        (await FakeProvider.SignIn(program)).ShouldBeProblem(400, "sign_in_token_invalid");
    }

    [Theory]
    [InlineData("issuer", "https://another.example")]
    [InlineData("issuer", null)]
    [InlineData("token_endpoint", null)]
    [InlineData("jwks_uri", "not a url")]
    [InlineData("authorization_endpoint", "http://another.example/authorize")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    public async Task A_document_that_is_not_the_providers_or_not_safe_begins_no_sign_in(string field, string? value)
    {
        await using var provider = await FakeProvider.Start();
        await using var program = await provider.StartProgram();
        provider.Document[field] = value;
        (await program.Send("GET", "/signin")).ShouldBeProblem(503, "sign_in_unavailable");
    }
}
