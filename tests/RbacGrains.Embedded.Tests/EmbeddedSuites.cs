namespace RbacGrains.Embedded.Tests;

// The contract, kept by the embedded host.
public sealed class EmbeddedAdminGuardTests : AdminGuardSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedApiKeyTests : ApiKeySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedAuditTests : AuditSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedBoundCallerTests : BoundCallerSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCapTests : CapSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCheckTests : CheckSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedConcurrencyTests : ConcurrencySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedConditionTests : ConditionSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedDelegationTests : DelegationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedEverythingAtOnceTests : EverythingAtOnceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedExpiryTests : ExpirySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedGrantTests : GrantSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedGroupRaceTests : GroupRaceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedGroupRoleTests : GroupRoleSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedGroupTests : GroupSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedInvitationRaceTests : InvitationRaceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedInvitationTests : InvitationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedLifecycleTests : LifecycleSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedListingTests : ListingSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedMembershipTests : MembershipSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedOperationTests : OperationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedPlanTests : PlanSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedProjectTests : ProjectSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedRestartTests : RestartSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedServiceAccountTests : ServiceAccountSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedTenancyTests : TenancySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedWhoCanTests : WhoCanSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCatalogTests : CatalogSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedEvaluationTests : EvaluationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedSearchTests : SearchSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCustomRoleTests : CustomRoleSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCustomRoleChangeTests : CustomRoleChangeSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedCustomRoleGivingTests : CustomRoleGivingSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedPreviewTests : PreviewSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}

public sealed class EmbeddedPreviewPropertyTests : PreviewPropertySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}
