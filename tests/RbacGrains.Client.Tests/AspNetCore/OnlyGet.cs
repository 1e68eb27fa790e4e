using System.Reflection;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>An organization of which only one thing is asked. It is a proxy, so that the interface may grow.</summary>
public class OnlyGet : DispatchProxy
{
    public Func<Result<OrganizationView>> Answer { get; set; } = null!;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name == nameof(IOrganization.Get)
        ? new ValueTask<Result<OrganizationView>>(Answer())
        : throw new NotSupportedException(targetMethod?.Name);
}
