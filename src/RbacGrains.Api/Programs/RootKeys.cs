using System.Buffers.Text;
using System.Security.Cryptography;

namespace RbacGrains.Api;

/// <summary>Obtains the root key: from the configuration, from its file, or by making one.</summary>
internal static class RootKeys
{
    private const int SecretBytes = 32;

    /// <summary>The root key. A new one is kept in a file that only this account can read.</summary>
    /// <param name="configured">The configured key; null for one of the program's own.</param>
    /// <param name="file">Where a key of the program's own is kept.</param>
    public static RootKeySource Obtain(string? configured, string file)
    {
        if (configured is not null)
            return new RootKeySource(configured, "The root key is the configured one (Rbac:RootKey).", "\"$Rbac__RootKey\"");

        var fromFile = $"\"$(cat '{file}')\"";
        if (File.Exists(file)) return new RootKeySource(Read(file), $"The root key is in {file}.", fromFile);

        var key = $"rbac_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        Write(file, key);
        return new RootKeySource(
            key, $"The root key, shown only this once and kept in {file}:{Environment.NewLine}{Environment.NewLine}  {key}{Environment.NewLine}", key);
    }

    private static string Read(string file) => File.ReadAllText(file).Trim() is { Length: > 0 } key
        ? key
        : throw new ConfigurationException($"The root key's file {file} is empty. Put the key back, or delete the file for a new one.");

    // Written aside and moved, so that a file of that name always holds a whole key.
    private static void Write(string file, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var aside = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(aside, options)) writer.WriteLine(key);
        File.Move(aside, file);
    }
}
