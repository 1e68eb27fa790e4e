namespace RbacGrains.Benchmarks;

/// <summary>For clients that hold everything that they are asked: nothing may reach it.</summary>
internal sealed class NoGrid : IGrid
{
    public ITenants Tenants => throw new NotSupportedException();

    public IOrganization Organization(string id) => throw new NotSupportedException();

    public IUser User(string id) => throw new NotSupportedException();

    public IInvitation Invitation(string id) => throw new NotSupportedException();
}
