using Xunit;
using Xunit.Sdk;

namespace RbacGrains.Testing;

/// <summary>
/// A fact of a suite that runs on several databases: skipped, with the reason, in a class that <see cref="NeedsPostgresAttribute">needs</see>
/// a server which is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("RbacGrains.Testing.ServerFactDiscoverer", "RbacGrains.Testing")]
public sealed class ServerFactAttribute : FactAttribute;
