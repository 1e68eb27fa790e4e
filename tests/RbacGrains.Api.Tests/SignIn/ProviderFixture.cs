namespace RbacGrains.Api.Tests;

/// <summary>One provider for the tests of a class, and programs that sign people in there.</summary>
public sealed class ProviderFixture : IAsyncLifetime
{
    private OidcProvider? _provider;

    public OidcProvider Provider => _provider!;

    /// <summary>A program whose people sign in at the provider.</summary>
    public async Task<ServedProgram> Start(params string[] args)
    {
        var program = await ServedProgram.Start(
            ["--environment", "Development", "--Rbac:SignIn:Authority", Provider.Issuer, "--Rbac:SignIn:ClientId", "rbac",
                "--Rbac:SignIn:ClientSecret", OidcProvider.Secret, .. args]);
        await Provider.Know(program.Origin);
        return program;
    }

    public async Task InitializeAsync() => _provider = OidcProvider.Missing is null ? await OidcProvider.Start() : null;

    public async Task DisposeAsync()
    {
        if (_provider is not null) await _provider.DisposeAsync();
    }
}
