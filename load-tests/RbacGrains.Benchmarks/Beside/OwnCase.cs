using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>A case as our checks are asked it. Its texts are objects of their own, as those of a request are.</summary>
internal sealed class OwnCase(BesideCase one, Product product, LeasedGrid grid)
{
    public readonly string User = new(one.User.AsSpan());
    public readonly string Organization = new(product.Organization.AsSpan());
    public readonly string Action = new(one.Action.AsSpan());
    public readonly string? Project = one.Project;
    public readonly bool Allowed = one.Allowed;
    public readonly KnownAction Known = new(one.Action);
    public readonly HeldPermissions Permissions = grid.Hold(one.User, product.Organization);
    public readonly Access Access = product.Users.First(user => user.Id == one.User).Holding.Access;
}
