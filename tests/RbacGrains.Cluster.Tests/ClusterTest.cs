using Xunit.Abstractions;

namespace RbacGrains.Cluster.Tests;

/// <summary>What the tests of a cluster share: figures to the output, and what the silos said to a failure.</summary>
public abstract class ClusterTest(ITestOutputHelper output)
{
    private const int MostShown = 10;

    /// <summary>Writes down what was measured.</summary>
    protected void Say(object figures) => output.WriteLine($"{figures}");

    /// <summary>Runs a test; when it fails, what the silos said is in its output.</summary>
    internal async Task Watch(ClusterProcesses cluster, Func<Task> test)
    {
        try
        {
            await test();
        }
        catch
        {
            output.WriteLine(cluster.Logs);
            throw;
        }
    }

    /// <summary>Runs a test on a cluster of its own.</summary>
    internal async Task OnACluster(Func<ClusterProcesses, Task> test)
    {
        await using var cluster = await ClusterProcesses.Start();
        await Watch(cluster, () => test(cluster));
    }

    /// <summary>Fails with the first of what must not be.</summary>
    protected static void AssertNone(IReadOnlyCollection<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong, such as\n{string.Join('\n', wrong.Take(MostShown))}");
}
