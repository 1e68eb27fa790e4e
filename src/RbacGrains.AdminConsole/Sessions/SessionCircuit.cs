using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RbacGrains.AdminConsole;

/// <summary>Lets nothing that a page sends through once its session is over.</summary>
internal sealed class SessionCircuit(SessionWatch watch) : CircuitHandler
{
    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => watch.Use() ? next(activity) : Task.CompletedTask;
}
