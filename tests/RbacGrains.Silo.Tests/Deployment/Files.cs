using System.Reflection;
using Microsoft.Extensions.Configuration;
using RbacGrains.Api;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace RbacGrains.Silo.Tests;

/// <summary>The files that deploy a cluster, as the repository has them.</summary>
internal static class Files
{
    private static readonly string Root = Path.GetFullPath(
        typeof(Files).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!);

    /// <summary>The keys that the program reads, as they are written in JSON.</summary>
    public static IReadOnlyCollection<string> KnownSettings
    {
        get
        {
            var reader = new SettingReader(new ConfigurationBuilder().Build());
            SiloSettings.Read(reader, new ConfigurationBuilder().Build(), []);
            return reader.Asked;
        }
    }

    /// <summary>A file's text.</summary>
    public static string Text(string path) => File.ReadAllText(Full(path));

    /// <summary>Where a file is.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The services of docker-compose.yml, with what they share filled in.</summary>
    public static IReadOnlyDictionary<string, Dictionary<object, object>> Services()
    {
        using var text = new StringReader(Text("docker-compose.yml"));
        var compose = new DeserializerBuilder().Build()
            .Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(text)));
        return ((Dictionary<object, object>)compose["services"])
            .ToDictionary(service => (string)service.Key, service => (Dictionary<object, object>)service.Value);
    }

    /// <summary>The environment of a service.</summary>
    public static Dictionary<string, string> Environment(this Dictionary<object, object> service) =>
        service.TryGetValue("environment", out var environment)
            ? ((Dictionary<object, object>)environment).ToDictionary(pair => (string)pair.Key, pair => (string)(pair.Value ?? ""))
            : [];
}
