using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>The cases, and the rules of every engine, as files in a folder.</summary>
internal static class RuleFiles
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The folder of Cerbos's policies.</summary>
    public static string CerbosFolder(string folder) => Path.Combine(folder, "cerbos");

    /// <summary>Writes them.</summary>
    public static void Write(string folder, IReadOnlyCollection<Product> products)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(CerbosFolder(folder));
        Save("products.json", JsonSerializer.Serialize(products.Select(product => product.Name), Json));
        foreach (var product in products)
        {
            Save($"{product.Name}.cases.json", JsonSerializer.Serialize(product.Cases, Json));
            Save($"{product.Name}.users.json", JsonSerializer.Serialize(
                product.Users.Select(user => new JsonObject { ["user"] = user.Id, ["holding"] = user.Holding.Name }), Json));
            Save($"{product.Name}.casl.json", CaslRules.Of(product).ToJsonString());
            Save($"{product.Name}.casbin.conf", CasbinRules.Model(product));
            Save($"{product.Name}.casbin.csv", CasbinRules.Policy(product));
            Save($"{product.Name}.cedar", CedarRules.Policies(product));
            Save($"{product.Name}.cedar-entities.json", CedarRules.Entities(product).ToJsonString());
            foreach (var (file, text) in CerbosRules.Policies(product)) Save(Path.Combine("cerbos", file), text);
        }

        void Save(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
    }
}
