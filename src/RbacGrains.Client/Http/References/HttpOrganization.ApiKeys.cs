namespace RbacGrains.Client;

/// <content>What is asked about API keys and service accounts.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<IssuedApiKey>> CreateApiKey(ChangeContext context, CreateApiKey command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (Mistake() ?? Twice(command.Projects)) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Post, Path("api_keys"), context, ApiKeyBodies.Of(command)),
            HttpJson.Default.ApiKeyAnswer,
            (key, _) => key.ToIssued(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Page<ApiKeyView>>> ListApiKeys(
        Caller caller, ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("api_keys"), ("prefix", filter.Prefix), ("service_account", filter.ServiceAccount),
            ("status", Words.Of(filter.Status)), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerApiKeyAnswer, list => list.ToPage(key => key.ToView()), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<ApiKeyView>> GetApiKey(Caller caller, string key, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Path("api_keys", Made(key)), caller), HttpJson.Default.ApiKeyAnswer, read => read.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedApiKey>> RotateApiKey(
        ChangeContext context, string key, RotateApiKey command, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Post, Path("api_keys", Made(key), "rotate"), context, ApiKeyBodies.Of(command)),
            HttpJson.Default.ApiKeyAnswer,
            (rotated, _) => rotated.ToIssued(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteApiKey(ChangeContext context, string key, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path("api_keys", Made(key)), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<ServiceAccountView>>> ListServiceAccounts(
        Caller caller, ServiceAccountFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("service_accounts"), ("role", filter.Role), ("status", Words.Of(filter.Status)),
            ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller),
            HttpJson.Default.ListAnswerServiceAccountAnswer,
            list => list.ToPage(account => account.ToView()),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<ServiceAccountView>> GetServiceAccount(Caller caller, string account, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Path("service_accounts", Made(account)), caller), HttpJson.Default.ServiceAccountAnswer, read => read.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ServiceAccountView>> PatchServiceAccount(
        ChangeContext context, string account, ServiceAccountPatch patch, CancellationToken cancellationToken) =>
        (Mistake() ?? NoEmail(patch)) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Patch, Path("service_accounts", Made(account)), context, ApiKeyBodies.Of(patch)),
            HttpJson.Default.ServiceAccountAnswer,
            (patched, _) => patched.ToView(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteServiceAccount(ChangeContext context, string account, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path("service_accounts", Made(account)), context), cancellationToken);

    private static Error? NoEmail(ServiceAccountPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return patch.Access.Email.IsGiven ? Errors.InvalidValue("A service account has no e-mail address.", "/email") : null;
    }
}
