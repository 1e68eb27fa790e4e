using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <content>The roles that can be held.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<ImmutableArray<RoleView>>> ListRoles(Caller caller, CancellationToken cancellationToken) =>
        Mistake() is { } mistake ? new(mistake) : calls.Read(
            Get(Path("roles"), caller),
            HttpJson.Default.ListAnswerRoleAnswer,
            roles => roles.Items.Select(role => role.ToView()).ToImmutableArray(),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<RoleView>> GetRole(Caller caller, string role, CancellationToken cancellationToken) =>
        MistakeInRole(role) is { } mistake ? new(mistake) : calls.Read(
            Get(Path("roles", role), caller), HttpJson.Default.RoleAnswer, found => found.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<RoleView>>> PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken) =>
        MistakeInRole(role) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path("roles", role), context, RoleBodies.Of(content)),
            HttpJson.Default.RoleAnswer,
            (made, status) => new Put<RoleView>(made.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteRole(
        ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return MistakeInRole(role) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Paths.With(Path("roles", role), ("reassign", command.Reassign)), context), cancellationToken);
    }

    private Error? MistakeInRole(string role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return Mistake() ?? (Identifier.IsValid(role) ? null : Errors.InvalidId("a role", role));
    }
}
