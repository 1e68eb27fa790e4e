using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>A case as our checks are asked it. The user's id is an object of its own, as that of a request is; the others are literals.</summary>
internal sealed class OwnCase(BesideCase one, Product product, LeasedGrid grid)
{
    public readonly string User = new(one.User.AsSpan());
    public readonly string Organization = product.Organization;
    public readonly string Action = one.Action;
    public readonly string? Project = one.Project;
    public readonly bool Allowed = one.Allowed;
    public readonly KnownAction Known = new(one.Action);
    public readonly HeldPermissions Permissions = grid.Hold(one.User, product.Organization);
    public readonly Access Access = product.Users.First(user => user.Id == one.User).Access;
}
