namespace RbacGrains.Storage;

/// <summary>
/// Keeps other processes off an SQLite file by holding a file beside it open. The operating system lets go of it when the
/// process ends, however it ends, so what is left on disk never has to be cleaned up.
/// </summary>
internal sealed class SqliteFileLock : IDisposable
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _stream;

    private SqliteFileLock(FileStream stream) => _stream = stream;

    /// <exception cref="StorageUnavailableException">Another process holds it, or it cannot be made.</exception>
    public static SqliteFileLock Take(string database)
    {
        var path = database + ".lock";
        try
        {
            return new SqliteFileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageUnavailableException(
                $"The lock file '{path}' cannot be written. Give this process the right to write in that directory.", exception);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new StorageUnavailableException(
                $"The SQLite database '{database}' is in use by another process, which holds '{path}'. " +
                "Stop that process first; an SQLite database serves one process at a time.",
                exception);
        }
        catch (IOException exception)
        {
            throw new StorageUnavailableException(
                $"The lock file '{path}' cannot be made: {exception.Message} Put the database on a local disk with room.", exception);
        }
    }

    public void Dispose() => _stream.Dispose();
}
