namespace RbacGrains.Embedded.Tests.Rest;

// The contract, kept also when users rest between one call and the next.
public sealed class RestlessApiKeyTests : ApiKeySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessAdminGuardTests : AdminGuardSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessCheckTests : CheckSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessConcurrencyTests : ConcurrencySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessConditionTests : ConditionSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessEverythingAtOnceTests : EverythingAtOnceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessExpiryTests : ExpirySuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessGroupRaceTests : GroupRaceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessGroupTests : GroupSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessInvitationRaceTests : InvitationRaceSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessInvitationTests : InvitationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessLifecycleTests : LifecycleSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessListingTests : ListingSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessMembershipTests : MembershipSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessOperationTests : OperationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessProjectTests : ProjectSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessRestartTests : RestartSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessServiceAccountTests : ServiceAccountSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessEvaluationTests : EvaluationSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}

public sealed class RestlessPreviewTests : PreviewSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.StartRestless();
}
