using System.Text.RegularExpressions;
using RbacGrains.Api;

namespace RbacGrains.Silo.Tests;

/// <summary>docker-compose.yml and its neighbours say what the program understands. Running them takes a container engine; this does not.</summary>
public sealed partial class ComposeTests
{
    private static readonly string[] Nodes = ["silo1", "silo2", "silo3"];
    private static readonly IReadOnlyDictionary<string, Dictionary<object, object>> Services = Files.Services();

    [Fact]
    public void There_are_a_database_a_migration_three_nodes_and_a_load_balancer() =>
        Assert.Equal(["balancer", "migrate", "postgres", .. Nodes], Services.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_of_a_service_is_one_that_the_program_reads()
    {
        var keys = Services.Values.SelectMany(service => service.Environment().Keys)
            .Where(key => key.StartsWith("Rbac", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key.Replace("__", ":", StringComparison.Ordinal), Files.KnownSettings));
    }

    [Fact]
    public void Everything_starts_when_what_it_needs_is_ready()
    {
        Assert.Equal("service_healthy", Condition("migrate", "postgres"));
        Assert.All(Nodes, node => Assert.Equal("service_completed_successfully", Condition(node, "migrate")));
        Assert.All(Nodes, node => Assert.Equal("service_healthy", Condition("balancer", node)));
    }

    [Fact]
    public void Everything_that_stays_has_a_health_check_and_nodes_are_asked_whether_they_are_ready()
    {
        Assert.All(Services.Where(service => service.Key != "migrate"), service => Assert.True(service.Value.ContainsKey("healthcheck"), service.Key));
        Assert.All(Nodes, node =>
        {
            var test = (List<object>)((Dictionary<object, object>)Services[node]["healthcheck"])["test"];
            Assert.Equal(["CMD", "dotnet", "RbacGrains.Silo.dll", HealthCheck.Switch, $"http://127.0.0.1:{Port(node)}/health/ready"], test);
        });
    }

    [Fact]
    public void The_load_balancer_knows_where_the_nodes_serve()
    {
        var environment = Services["balancer"].Environment();

        Assert.All(Nodes, node => Assert.Equal($"{node}:{Port(node)}", environment[node.ToUpperInvariant()]));
        Assert.Equal(
            [.. environment.Keys.Order(StringComparer.Ordinal)],
            Variable().Matches(Files.Text("silo-config/haproxy.cfg")).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nodes_differ_in_their_address_only_and_are_given_the_time_to_go()
    {
        var environments = Nodes.Select(node => Services[node].Environment()).ToList();

        Assert.Equal(Nodes, environments.Select(environment => environment["Rbac__AdvertisedAddress"]));
        Assert.Single(environments.Select(environment => string.Join('\n', environment.Where(pair => pair.Key != "Rbac__AdvertisedAddress"))).Distinct());
        Assert.All(Nodes, node => Assert.Equal("45s", Services[node]["stop_grace_period"]));
        Assert.True(DrainSettings.Read(new SettingReader(SettingFileTests.Production()), development: false) is var drain
            && drain.Delay + drain.Timeout < TimeSpan.FromSeconds(45));
    }

    [Fact]
    public void No_secret_is_written_down() =>
        Assert.All(
            Services.Values.SelectMany(service => service.Environment())
                .Where(pair => pair.Key.Contains("Password", StringComparison.OrdinalIgnoreCase) || pair.Key.EndsWith("RootKey", StringComparison.Ordinal)),
            pair => Assert.StartsWith("${", pair.Value, StringComparison.Ordinal));

    [Fact]
    public void The_image_runs_as_nobody_in_particular_and_asks_itself_how_it_is()
    {
        var text = Files.Text("Dockerfile");

        Assert.Contains("USER app", text, StringComparison.Ordinal);
        Assert.Contains($"\"{HealthCheck.Switch}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("curl", text, StringComparison.Ordinal);
    }

    private static string Port(string node) => Services[node].Environment()["ASPNETCORE_URLS"].Split(':')[^1];

    private static object Condition(string service, string needed) =>
        ((Dictionary<object, object>)((Dictionary<object, object>)Services[service]["depends_on"])[needed])["condition"];

    [GeneratedRegex("\"\\$\\{([A-Z0-9]+)\\}\"")]
    private static partial Regex Variable();
}
