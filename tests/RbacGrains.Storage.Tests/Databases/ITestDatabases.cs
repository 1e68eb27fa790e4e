using System.Data.Common;

namespace RbacGrains.Storage.Tests;

/// <summary>Makes databases for tests, of one kind.</summary>
public interface ITestDatabases
{
    /// <summary>The folder of its migrations.</summary>
    string Folder { get; }

    Task<StorageOptions> Create();

    /// <summary>Opens a connection beside the store.</summary>
    Task<DbConnection> Connect(StorageOptions options);
}
