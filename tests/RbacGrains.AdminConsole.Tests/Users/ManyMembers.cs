using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Core;
using RbacGrains.Model;
using RbacGrains.Storage;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>
/// Writes a large organization straight into a database file, as the product's own serializer writes it: through the API so many members
/// take minutes, and are not what is tested.
/// </summary>
internal static class ManyMembers
{
    public const string Organization = "big";
    public const string Owner = "owner@big.example";
    public const int Count = 100_000;

    private const long Incarnation = 1;

    /// <summary>The id of a member, by their place in the list.</summary>
    public static string User(int place) => place == 0 ? Owner : $"user{place:d6}@big.example";

    /// <summary>Writes it.</summary>
    public static async Task Write(string connectionString)
    {
        var clock = TimeProvider.System;
        await DatabaseSchema.Migrate(StorageProvider.Sqlite, connectionString, SchemaOwner.Standalone, clock, NullLogger.Instance);
        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var now = clock.GetUtcNow();
        var entries = new List<DirectoryEntry>();
        for (var place = 0; place < Count; place++)
        {
            var member = Member(place, now);
            await Write(connection, "user", User(place), new UserState { Sequence = 1, Memberships = [member] });
            entries.Add(new DirectoryEntry(place % DirectoryPageState.Capacity, User(place), member.Summary()));
        }

        var pages = entries.Chunk(DirectoryPageState.Capacity).ToList();
        for (var page = 0; page < pages.Count; page++)
            await Write(connection, "page", DirectoryName.Page(DirectoryName.Members(Organization, Incarnation), page),
                new DirectoryPageState(pages[page].Length, false, [.. pages[page]]));
        await Write(connection, "organization", Organization, new OrganizationState
        {
            Name = "Big Company",
            Model = "letta",
            Plan = "enterprise",
            Owner = Owner,
            CreatedAt = now,
            Incarnation = Incarnation,
            MemberPages = pages.Count,
        });
        await transaction.CommitAsync();
    }

    // Every tenth is an editor, and every thousandth suspended.
    private static Membership Member(int place, DateTimeOffset now) => new()
    {
        Organization = Organization,
        Incarnation = Incarnation,
        Access = new Access { Role = place == 0 ? "admin" : place % 10 == 0 ? "editor" : "analyst", Suspended = place > 0 && place % 1000 == 0 },
        JoinedAt = now,
        Page = place / DirectoryPageState.Capacity,
    };

    private static async Task Write<T>(SqliteConnection connection, string kind, string id, T state)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO state (kind, id, version, payload, unfinished) VALUES ($kind, $id, 1, $payload, 0)";
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$payload", JsonSerializer.SerializeToUtf8Bytes(state, StateJson.TypeInfo<T>()));
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A program with a large organization.</summary>
public sealed class ManyMembersFixture : IAsyncLifetime
{
    /// <summary>The program.</summary>
    public ConsoleFixture Console { get; } = new(ManyMembers.Write);

    /// <inheritdoc/>
    public Task InitializeAsync() => Console.InitializeAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Console.DisposeAsync();
        Console.Dispose();
    }
}
