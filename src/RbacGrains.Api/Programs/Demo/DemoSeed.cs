using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>
/// Fills the demo organizations: a member for each role and each preset, a pending invitation, and <see cref="DemoContent"/>. What is there
/// already stays as it is, so that whoever plays with the demo finds it again as it was left.
/// </summary>
internal static class DemoSeed
{
    /// <summary>Who is invited.</summary>
    public const string Invited = "newcomer";

    private static readonly ChangeContext Context = ChangeContext.Service with { Reason = "demo" };

    /// <summary>Fills what is missing.</summary>
    /// <returns>The token of the first organization's invitation; null when that was there already.</returns>
    public static async Task<string?> Fill(IGrid grid, ModelCatalog models, TimeProvider time, CancellationToken cancellationToken)
    {
        // Organizations do not wait for one another, so neither does their demo.
        var tokens = await Task.WhenAll(DemoTenant.All.Select(tenant => Fill(grid, tenant, models.Find(tenant.Model)!, time, cancellationToken)));
        return tokens[0];
    }

    private static async Task<string?> Fill(
        IGrid grid, DemoTenant tenant, AuthorizationModel model, TimeProvider time, CancellationToken cancellationToken)
    {
        var organization = grid.Organization(tenant.Id);
        var token = await Fill(organization, tenant, model, cancellationToken);
        var content = DemoContent.For(tenant.Model, time.GetUtcNow());
        await new DemoLife(grid, organization, tenant, model).Fill(content, cancellationToken);
        return token;
    }

    private static async Task<string?> Fill(
        IOrganization organization, DemoTenant tenant, AuthorizationModel model, CancellationToken cancellationToken)
    {
        var admin = model.Roles.First(role => role.IsAdmin);
        if (!(await organization.Get(Caller.Service, cancellationToken)).Succeeded)
            (await organization.Create(
                Context,
                new CreateOrganization(tenant.Name, tenant.Model, tenant.Plan, tenant.Person(admin.Id)),
                cancellationToken)).Require();

        foreach (var role in model.Roles.Where(role => role.IsOfferedBy(tenant.Plan)))
            await Add(organization, tenant.Person(role.Id), new MemberAssignment { Role = role.Id }, cancellationToken);
        var plainest = model.DefaultRole ?? model.Roles.First(role => !role.IsAdmin).Id;
        foreach (var preset in model.Presets)
            await Add(
                organization,
                tenant.Person(preset.Id),
                new MemberAssignment { Role = plainest, Preset = preset.Id },
                cancellationToken);
        return await Invite(organization, tenant.Person(Invited), plainest, cancellationToken);
    }

    private static async Task Add(
        IOrganization organization, string user, MemberAssignment assignment, CancellationToken cancellationToken)
    {
        if ((await organization.GetMember(Caller.Service, user, cancellationToken)).Succeeded) return;
        (await organization.PutMember(Context, user, assignment, cancellationToken)).Require();
    }

    private static async Task<string?> Invite(
        IOrganization organization, string email, string role, CancellationToken cancellationToken)
    {
        var known = await organization.ListInvitations(
            Caller.Service, new InvitationFilter(Email: email), new PageRequest(Size: 1), cancellationToken);
        if (!known.Require().Items.IsEmpty) return null;
        var issued = await organization.Invite(Context, new InviteMember { Email = email, Role = role }, cancellationToken);
        return issued.Require().Token;
    }
}
