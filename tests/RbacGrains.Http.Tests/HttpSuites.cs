namespace RbacGrains.Http.Tests;

// The contract, kept by the typed client over HTTP.
public sealed class HttpAdminGuardTests : AdminGuardSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpAuditTests : AuditSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpCapTests : CapSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpCheckTests : CheckSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpConcurrencyTests : ConcurrencySuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpConditionTests : ConditionSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpDelegationTests : DelegationSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpEverythingAtOnceTests : EverythingAtOnceSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpExpiryTests : ExpirySuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpGrantTests : GrantSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpInvitationRaceTests : InvitationRaceSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpInvitationTests : InvitationSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpLifecycleTests : LifecycleSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpListingTests : ListingSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpMembershipTests : MembershipSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpOperationTests : OperationSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpPlanTests : PlanSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpProjectTests : ProjectSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpRestartTests : RestartSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpTenancyTests : TenancySuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpWhoCanTests : WhoCanSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}

public sealed class HttpBoundCallerTests : BoundCallerSuite
{
    protected override Task<IGridHost> StartHost() => HttpGridHost.Start();
}
