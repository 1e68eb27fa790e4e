using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace RbacGrains.AdminConsole;

/// <summary>
/// The files that pages are made with, from this assembly: style sheets, scripts and the icon font. Nothing is loaded from anywhere else, and
/// nothing depends on where the program was started, built or published. An address with a file's version is good for ever.
/// </summary>
internal sealed class ConsoleAssets
{
    private const string Prefix = "console/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Asset> _byName = typeof(ConsoleAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], name => new Asset(name, Types[Path.GetExtension(name)]), StringComparer.Ordinal);

    /// <summary>The address of a file in its present version.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string name] => $"{ConsolePaths.Assets}/{name}?v={_byName[name].Version}";

    /// <summary>Answers a request for a file.</summary>
    public IResult Answer(HttpContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_byName.TryGetValue(name, out var asset)) return Results.NotFound();
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        var isPacked = asset.IsText && request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isPacked) headers.ContentEncoding = "gzip";
        return Results.Bytes(
            isPacked ? asset.Packed : asset.Content, asset.Type,
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{asset.Version}{(isPacked ? "-gzip" : "")}\""));
    }

    /// <summary>A file.</summary>
    private sealed class Asset(string resource, string type)
    {
        private readonly Lazy<byte[]> _content = new(() => Read(resource));
        private readonly Lazy<byte[]> _packed = new(() => Pack(Read(resource)));
        private readonly Lazy<string> _version = new(() => Convert.ToHexStringLower(SHA256.HashData(Read(resource)).AsSpan(0, 8)));

        public string Type => type;

        public bool IsText => type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal);

        public byte[] Content => _content.Value;

        public byte[] Packed => _packed.Value;

        public string Version => _version.Value;

        private static byte[] Read(string resource)
        {
            using var stream = typeof(ConsoleAssets).Assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }

        private static byte[] Pack(byte[] content)
        {
            var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
            return packed.ToArray();
        }
    }
}
