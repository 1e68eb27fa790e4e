using Xunit.Abstractions;
using Xunit.Sdk;

namespace RbacGrains.Testing;

/// <summary>Finds the tests of <see cref="ServerFactAttribute"/>. Used by xunit, by name.</summary>
public sealed class ServerFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var needsPostgres = testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any();
        var missing = needsPostgres ? PostgresInstallation.Find().Missing : null;
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        yield return missing is null
            ? new XunitTestCase(diagnostics, display, options, testMethod)
            : new XunitSkippedDataRowTestCase(diagnostics, display, options, testMethod, missing);
    }
}
