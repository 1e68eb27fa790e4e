namespace RbacGrains.Api.Tests.Security;

/// <summary>A valid request of one operation, and who may make it.</summary>
/// <param name="Body">The body; null for none.</param>
/// <param name="Query">What follows the path.</param>
/// <param name="Weak">Whether the lowest role suffices.</param>
/// <param name="NeedsRoot">Whether no organization's key suffices.</param>
/// <param name="OfSession">Whether it is about the session of leases that the right key has opened, which nobody else's key finds.</param>
/// <param name="Open">Why another tenant's key is answered, where the operation is not about one organization; null where it is.</param>
internal sealed record Request(string? Body = null, string Query = "", bool Weak = false, bool NeedsRoot = false, bool OfSession = false, string? Open = null);
