using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RbacGrains.Storage;

/// <summary>One step of the schema, as an embedded script: <c>0001_initial.sql</c> is number 1 with name <c>initial</c>.</summary>
internal sealed record Migration(int Number, string Name, string Script)
{
    /// <summary>SHA-256 of the script, in hexadecimal; the same whichever line ends it was checked out with.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script.ReplaceLineEndings("\n"))));

    /// <summary>A database's migrations in order.</summary>
    /// <param name="folder">The folder of its scripts: <c>sqlite</c> or <c>postgres</c>.</param>
    public static ImmutableArray<Migration> Of(string folder)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(folder + "/", StringComparison.Ordinal))
                .Select(resource =>
                {
                    var file = Path.GetFileNameWithoutExtension(resource).Split('_', 2);
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                    return new Migration(int.Parse(file[0], CultureInfo.InvariantCulture), file[1], reader.ReadToEnd());
                })
                .OrderBy(migration => migration.Number),
        ];
    }
}
