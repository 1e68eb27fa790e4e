namespace RbacGrains.Embedded.Tests;

// The contract, kept by the embedded host.
public sealed class EmbeddedMembershipTests : MembershipSuite
{
    protected override Task<IGridHost> StartHost() => EmbeddedGridHost.Start();
}
