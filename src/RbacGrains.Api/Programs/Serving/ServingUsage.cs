namespace RbacGrains.Api;

/// <summary>What the programs say about <see cref="ServingSettings"/>.</summary>
internal static class ServingUsage
{
    /// <summary>Their lines of <c>--help</c>.</summary>
    public const string Text = """
          --Rbac:SignIn:Authority <url>, :ClientId <id>, :ClientSecret <secret>
                                      the OpenID Connect provider at which people sign in; none by default
          --Rbac:SignIn:SecretInBody true
                                      send the secret in the body (client_secret_post)
          --Rbac:SignIn:UserClaim sub, :Scopes "openid"
                                      the claim that is a user's id here; what is asked for
          --Rbac:SignIn:KeyDirectory <folder>
                                      the keys of sessions, shared by all nodes; by default they end with the program
          --Rbac:SignIn:IdleTimeout 01:00:00, :Lifetime 12:00:00
                                      how long a session lives without a request, and at most
          --Rbac:SignIn:SignedOutUrl <url>
                                      where the provider sends people whom it has signed out
          --Rbac:SignIn:Development true
                                      whoever says who they are is believed; in Development on loopback addresses only
          --Rbac:Limits:Key:PerMinute 3000000, :Key:Burst 100000
                                      requests with one key; likewise Limits:User, :Address, :Anonymous, :Failures; 0 a minute for no limit
          --Rbac:Limits:Connections 10000, :HeaderBytes 32768, :HeaderCount 64, :LineBytes 8192, :BodyBytes 16777216,
            :BodyBytesPerSecond 240, :HeadersTimeout 00:00:15, :KeepAlive 00:02:00
                                      what the web server takes of a connection and a request
          --Rbac:TrustedProxies <addresses>
                                      the proxies that are believed about where a request comes from, as in "10.0.0.0/8, 127.0.0.1"
          --Rbac:RequireTls true      refuse requests without TLS
        """;
}
