namespace RbacGrains.AdminConsole;

/// <summary>Compiles what an organization's members are judged by, for drafts to be judged by the same.</summary>
public static class OrganizationPolicies
{
    /// <summary>The policy of an organization as it was read.</summary>
    public static Policy CompilePolicy(this ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var own = organization.Roles.Select(role => role.Custom).OfType<CustomRole>();
        return new Policy(organization.Model, organization.View.Plan, organization.View.PolicyVersion, [.. own]);
    }
}
