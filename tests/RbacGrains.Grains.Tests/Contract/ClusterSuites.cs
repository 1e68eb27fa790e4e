namespace RbacGrains.Grains.Tests;

// The contract, kept by a cluster of two silos.
public sealed class ClusterAdminGuardTests : AdminGuardSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterApiKeyTests : ApiKeySuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterAuditTests : AuditSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterBoundCallerTests : BoundCallerSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCapTests : CapSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCheckTests : CheckSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterConcurrencyTests : ConcurrencySuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterConditionTests : ConditionSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterDelegationTests : DelegationSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterEverythingAtOnceTests : EverythingAtOnceSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterExpiryTests : ExpirySuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterGrantTests : GrantSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterGroupRaceTests : GroupRaceSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterGroupRoleTests : GroupRoleSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterGroupTests : GroupSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterInvitationRaceTests : InvitationRaceSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterInvitationTests : InvitationSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterLifecycleTests : LifecycleSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterListingTests : ListingSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterMembershipTests : MembershipSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterOperationTests : OperationSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterPlanTests : PlanSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterProjectTests : ProjectSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterRestartTests : RestartSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterServiceAccountTests : ServiceAccountSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterTenancyTests : TenancySuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterWhoCanTests : WhoCanSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCatalogTests : CatalogSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterEvaluationTests : EvaluationSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterSearchTests : SearchSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCustomRoleTests : CustomRoleSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCustomRoleChangeTests : CustomRoleChangeSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterCustomRoleGivingTests : CustomRoleGivingSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterPreviewTests : PreviewSuite
{
    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}

public sealed class ClusterPreviewPropertyTests : PreviewPropertySuite
{
    protected override int Changes => 12;

    protected override Task<IGridHost> StartHost() => ClusterGridHost.Start();
}
