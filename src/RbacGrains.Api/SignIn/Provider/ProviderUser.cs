using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>Finds out as whom somebody has signed in: by the configured claim, of the ID token or else of the user info.</summary>
internal sealed class ProviderUser(ProviderSettings settings, ProviderMetadata metadata, ProviderClient client)
{
    private const string Email = "email";

    /// <summary>The user's id here, and the e-mail address that the provider vouches for; null where it vouches for none.</summary>
    /// <param name="claims">The claims of the ID token.</param>
    /// <param name="accessToken">The token that came with it; null for none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SignInException">There is no such claim, it is not proved, or it is no id.</exception>
    public async ValueTask<(string User, string? Email)> Find(JsonElement claims, string? accessToken, CancellationToken cancellationToken)
    {
        var knowsUser = claims.TryGetProperty(settings.UserClaim, out _);
        var knowsEmail = !settings.Scopes.Contains(Email) || claims.TryGetProperty(Email, out _);
        var asked = knowsUser && knowsEmail ? claims : await Ask(claims, accessToken, cancellationToken);
        return (User(knowsUser ? claims : asked), Address(claims.TryGetProperty(Email, out _) ? claims : asked));
    }

    private string User(JsonElement claims)
    {
        if (!claims.TryGetProperty(settings.UserClaim, out var value) || value.ValueKind != JsonValueKind.String)
            throw SignInException.Refused($"The provider does not say the '{settings.UserClaim}' of whoever has signed in. Whoever runs this service has to ask for it (Rbac:SignIn:Scopes).");
        if (settings.UserClaim == Email && !IsVerified(claims))
            throw SignInException.Refused("The provider has not verified your address. Verify it there, and sign in again.");
        var user = value.GetString();
        return SignInUser.Obstacle(user) is { } obstacle
            ? throw SignInException.Refused($"The '{settings.UserClaim}' of the provider cannot be a user here: it {obstacle}.")
            : user!;
    }

    private static string? Address(JsonElement claims) =>
        claims.TryGetProperty(Email, out var email) && email.ValueKind == JsonValueKind.String && IsVerified(claims) ? email.GetString() : null;

    // A user info of somebody else is possible where tokens were mixed up (OpenID Connect Core 1.0, 5.3.2).
    private async Task<JsonElement> Ask(JsonElement claims, string? accessToken, CancellationToken cancellationToken)
    {
        if (accessToken is null || (await metadata.Get(cancellationToken)).UserInfoEndpoint is not { } endpoint) return claims;
        using var json = await client.GetUser(endpoint, accessToken, cancellationToken);
        return json.RootElement.TryGetProperty("sub", out var subject) && subject.ValueKind == JsonValueKind.String
            && subject.ValueEquals(claims.GetProperty("sub").GetString())
            ? json.RootElement.Clone()
            : throw SignInException.Invalid("the user info is of somebody else");
    }

    private static bool IsVerified(JsonElement claims) => claims.TryGetProperty("email_verified", out var verified)
        && (verified.ValueKind == JsonValueKind.True || (verified.ValueKind == JsonValueKind.String && verified.ValueEquals("true")));
}
