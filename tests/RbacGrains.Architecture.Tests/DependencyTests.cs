namespace RbacGrains.Architecture.Tests;

/// <summary>Dependencies point downwards only; nothing knows what is above it.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Hosts = ["Microsoft.AspNetCore", "Microsoft.Data", "Microsoft.Orleans", "Npgsql", "System.Data", "SQLitePCL"];

    [Fact]
    public void The_model_needs_a_yaml_reader_and_nothing_else()
    {
        var model = Repository.Source("RbacGrains.Model");

        Assert.Equal(["YamlDotNet"], model.Packages);
        Assert.Empty(model.References);
        Assert.All(
            References(typeof(Model.Policy)),
            name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "YamlDotNet" or "netstandard", name));
    }

    [Fact]
    public void The_core_needs_the_model_and_nothing_else()
    {
        var core = Repository.Source("RbacGrains.Core");

        Assert.Empty(core.Packages);
        Assert.Equal(["RbacGrains.Model"], core.References);
        Assert.All(
            References(typeof(Core.IGrid)),
            name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "RbacGrains.Model", name));
    }

    [Theory]
    [InlineData("RbacGrains.Model")]
    [InlineData("RbacGrains.Core")]
    public void What_is_below_the_hosts_knows_no_web_server_no_database_and_no_cluster(string project) =>
        Assert.All(
            Repository.Source(project).WithReferences().SelectMany(needed => needed.Packages),
            package => Assert.DoesNotContain(Hosts, host => package.StartsWith(host, StringComparison.Ordinal)));

    [Fact]
    public void Storage_stands_on_the_core() =>
        Assert.Equal(["RbacGrains.Core"], Repository.Source("RbacGrains.Storage").References);

    [Fact]
    public void The_embedded_host_stands_on_core_and_storage() =>
        Assert.Equal(["RbacGrains.Core", "RbacGrains.Storage"], Repository.Source("RbacGrains.Embedded").References.Order(StringComparer.Ordinal));

    [Fact]
    public void Nobody_but_hosts_and_programs_needs_storage_or_the_embedded_host() =>
        Assert.All(
            Repository.Projects("src").Where(project => project.Name is not ("RbacGrains.Storage" or "RbacGrains.Embedded" or "RbacGrains.Grains" or "RbacGrains.Standalone" or "RbacGrains.Silo" or "RbacGrains.Cli")),
            project => Assert.DoesNotContain(
                project.WithReferences(), needed => needed.Name is "RbacGrains.Storage" or "RbacGrains.Embedded"));

    [Fact]
    public void Only_the_cluster_needs_orleans() =>
        Assert.All(All().Where(project => !IsOfTheCluster(project)), project => Assert.DoesNotContain(
            project.WithReferences(),
            needed => IsOfTheCluster(needed) || needed.Packages.Any(package => package.StartsWith("Microsoft.Orleans", StringComparison.Ordinal))));

    [Fact]
    public void Projects_of_the_cluster_have_a_solution_of_their_own_and_all_others_the_common_one()
    {
        var common = File.ReadAllText(Path.Combine(Repository.Root, "RbacGrains.sln"));
        var cluster = File.ReadAllText(Path.Combine(Repository.Root, "RbacGrains.Grid.sln"));

        Assert.All(All(), project =>
        {
            var (home, other) = IsOfTheCluster(project) ? (cluster, common) : (common, cluster);
            Assert.Contains($"\"{project.Name}\"", home, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{project.Name}\"", other, StringComparison.Ordinal);
        });
    }

    // The grains, their client, the node, the programs that load a cluster, and the tests of all these.
    private static bool IsOfTheCluster(Project project) =>
        project.Name.Contains("Grains.Grains", StringComparison.Ordinal)
        || project.Name.Contains(".Silo", StringComparison.Ordinal)
        || project.Name.Contains("Cluster", StringComparison.Ordinal)
        || project.Name.Contains("LoadTests", StringComparison.Ordinal);

    private static IEnumerable<Project> All() =>
        new[] { "src", "tests", "samples", "load-tests" }.SelectMany(Repository.Projects);

    private static IEnumerable<string> References(Type type) =>
        type.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
