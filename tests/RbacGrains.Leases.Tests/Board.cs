using System.IO.MemoryMappedFiles;

namespace RbacGrains.Leases.Tests;

/// <summary>
/// Memory that the test and its clients share: what was acknowledged last of each user, and what each client has seen. Writing to it is as fast as
/// memory, so a client knows of an acknowledgement before it begins its next check.
/// </summary>
internal sealed class Board : IDisposable
{
    public const int Users = 16;
    private const int Clients = 8;
    private const int Columns = 4;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public Board(string path)
    {
        var size = (Users + Clients * Columns) * sizeof(long);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, size);
        _view = _file.CreateViewAccessor(0, size);
    }

    /// <summary>What a client counts.</summary>
    public enum Column
    {
        /// <summary>Checks that were decided.</summary>
        Decided,

        /// <summary>Checks to which there was no answer.</summary>
        Refused,

        /// <summary>Checks that were answered from before what was acknowledged.</summary>
        Stale,

        /// <summary>Set by the test: the client ends.</summary>
        Stop,
    }

    public static string User(int number) => $"user{number}";

    /// <summary>The version of a user's access that was acknowledged last, and whether it allows.</summary>
    public (long Version, bool Allows) Acknowledged(int user)
    {
        var word = Read(user);
        return (word >> 1, (word & 1) != 0);
    }

    public void Acknowledge(int user, long version, bool allows) => Write(user, version << 1 | (allows ? 1L : 0));

    public long Count(int client, Column column) => Read(Users + client * Columns + (int)column);

    public void Count(int client, Column column, long value) => Write(Users + client * Columns + (int)column, value);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private long Read(int place)
    {
        Interlocked.MemoryBarrier();
        var value = _view.ReadInt64(place * sizeof(long));
        Interlocked.MemoryBarrier();
        return value;
    }

    private void Write(int place, long value)
    {
        Interlocked.MemoryBarrier();
        _view.Write(place * sizeof(long), value);
        Interlocked.MemoryBarrier();
    }
}
