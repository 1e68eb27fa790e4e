namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>A grid whose organizations all live by one model.</summary>
internal sealed class Source : IGridSource, IGrid
{
    /// <summary>The model; null for no organization at all.</summary>
    public string? Model { get; set; }

    public Exception? Failure { get; set; }

    public int Asked { get; private set; }

    public IGrid? Grid => this;

    public ModelCatalog Models { get; } = ShippedModels.Load();

    public ITenants Tenants => throw new NotSupportedException();

    public IUser User(string id) => throw new NotSupportedException();

    public IInvitation Invitation(string id) => throw new NotSupportedException();

    public IOrganization Organization(string id)
    {
        var organization = System.Reflection.DispatchProxy.Create<IOrganization, OnlyGet>();
        ((OnlyGet)organization).Answer = () =>
        {
            Asked++;
            if (Failure is not null) throw Failure;
            return Model is null
                ? Errors.OrganizationNotFound(id)
                : new OrganizationView(id, id, Model, "free", "owner", new OrganizationSettings(), default, 1);
        };
        return organization;
    }
}
