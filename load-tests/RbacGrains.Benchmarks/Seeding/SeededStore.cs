using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>
/// An SQLite file with organizations that were written straight into the table of states, as the product's own serializer writes them: by the API
/// a million durable changes take minutes, and are not what is measured. Deleted with its folder.
/// </summary>
internal sealed class SeededStore : IDisposable
{
    private const long Incarnation = 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rbac-seeded-");
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private SeededStore()
    {
    }

    /// <summary>How to open it.</summary>
    public StorageOptions Storage => new()
    {
        Provider = StorageProvider.Sqlite,
        ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "rbac.db")}",
    };

    /// <summary>Makes a file with the product's schema and writes organizations into it.</summary>
    public static async Task<SeededStore> Write(params SeededOrganization[] organizations)
    {
        var store = new SeededStore();
        await (await Database.Open(store.Storage, TimeProvider.System, NullLogger<Database>.Instance)).DisposeAsync();
        await using var connection = new SqliteConnection(store.Storage.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000");
        await using var transaction = await connection.BeginTransactionAsync();
        using (var rows = new StateRows(connection))
        {
            foreach (var organization in organizations) store.Write(rows, organization);
            store.WriteTenants(rows, organizations);
        }
        await transaction.CommitAsync();
        await Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return store;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task Execute(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    private void Write(StateRows rows, SeededOrganization organization)
    {
        for (var page = 0; page * DirectoryPageState.Capacity < organization.Members; page++)
        {
            var first = page * DirectoryPageState.Capacity;
            var entries = new List<DirectoryEntry>();
            for (var number = first; number < Math.Min(first + DirectoryPageState.Capacity, organization.Members); number++)
            {
                var member = new Membership
                {
                    Organization = organization.Id,
                    Incarnation = Incarnation,
                    Access = organization.Access(number),
                    JoinedAt = _now,
                    Page = page,
                };
                rows.Write("user", organization.User(number), new UserState { Sequence = 1, Memberships = [member] });
                entries.Add(new DirectoryEntry(number - first, organization.User(number), member.Summary()));
            }
            rows.Write("page", DirectoryName.Page(DirectoryName.Members(organization.Id, Incarnation), page),
                new DirectoryPageState(entries.Count, false, [.. entries]));
        }
    }

    private void WriteTenants(StateRows rows, SeededOrganization[] organizations)
    {
        for (var number = 0; number < organizations.Length; number++)
            rows.Write("organization", organizations[number].Id, new OrganizationState
            {
                Name = organizations[number].Id,
                Model = organizations[number].Model,
                Plan = "enterprise",
                Owner = organizations[number].User(0),
                CreatedAt = _now,
                Incarnation = Incarnation,
                MemberPages = (organizations[number].Members + DirectoryPageState.Capacity - 1) / DirectoryPageState.Capacity,
                TenantsPage = number / DirectoryPageState.Capacity,
                CustomRoles = organizations[number].CustomRoles,
            });
        var pages = organizations.Chunk(DirectoryPageState.Capacity).ToList();
        for (var page = 0; page < pages.Count; page++)
            rows.Write("page", DirectoryName.Page(DirectoryName.Tenants, page), new DirectoryPageState(
                pages[page].Length, false, [.. pages[page].Select((one, place) => new DirectoryEntry(place, one.Id, DirectorySummary.Plain))]));
        rows.Write("tenants", "all", new TenantsState(pages.Count));
    }

    /// <summary>One statement for every row.</summary>
    private sealed class StateRows : IDisposable
    {
        private readonly SqliteCommand _insert;

        public StateRows(SqliteConnection connection)
        {
            _insert = connection.CreateCommand();
            _insert.CommandText = "INSERT INTO state (kind, id, version, payload, unfinished) VALUES (@kind, @id, 1, @payload, 0)";
            foreach (var name in (string[])["@kind", "@id", "@payload"]) _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        public void Write<T>(string kind, string id, T state)
        {
            _insert.Parameters[0].Value = kind;
            _insert.Parameters[1].Value = id;
            _insert.Parameters[2].Value = JsonSerializer.SerializeToUtf8Bytes(state, StateJson.TypeInfo<T>());
            _insert.ExecuteNonQuery();
        }

        public void Dispose() => _insert.Dispose();
    }
}

/// <summary>An organization to write.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Members">How many members; the first is its owner.</param>
/// <param name="Model">Its model.</param>
/// <param name="Access">What a member holds, by number.</param>
internal sealed record SeededOrganization(string Id, int Members, string Model, Func<int, Access> Access)
{
    /// <summary>The roles of its own, in ordinal order of their ids.</summary>
    public ImmutableArray<CustomRole> CustomRoles { get; init; } = [];

    /// <summary>An organization whose members hold no more than a role.</summary>
    public static SeededOrganization Plain(string id, int members) =>
        new(id, members, "letta", number => new Access { Role = number == 0 ? "admin" : "analyst" });

    /// <summary>A member's id, of twelve characters where the organization's is of four.</summary>
    public string User(int number) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{number:D7}");
}
