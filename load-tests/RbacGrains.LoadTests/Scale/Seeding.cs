using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace RbacGrains.LoadTests;

/// <summary>
/// Writes a population straight into the table of states, as the product's own serializer writes it: by the API, 200,000 durable changes
/// take minutes, and are not what is measured.
/// </summary>
internal sealed class Seeding(Population population, TimeProvider clock)
{
    private const long Incarnation = 1;

    private readonly DateTimeOffset _now = clock.GetUtcNow();

    /// <summary>Writes everything into a database that has its schema and no state.</summary>
    /// <returns>The bytes that the table of states takes then, with its indexes.</returns>
    public async Task<long> Write(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await Write(connection);
        await using var size = new NpgsqlCommand("SELECT pg_total_relation_size('state')", connection);
        return (long)(await size.ExecuteScalarAsync())!;
    }

    private async Task Write(NpgsqlConnection connection)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            "COPY state (kind, id, version, payload, unfinished, modified_at) FROM STDIN (FORMAT BINARY)");
        for (var organization = 0; organization < population.Organizations; organization++) await Write(rows, organization);
        var tenants = Enumerable.Range(0, population.Organizations).Select(Population.Organization)
            .Select(id => (id, DirectorySummary.Plain)).Chunk(DirectoryPageState.Capacity).ToList();
        for (var page = 0; page < tenants.Count; page++)
            await Write(rows, "page", DirectoryName.Page(DirectoryName.Tenants, page), Page(tenants[page]));
        await Write(rows, "tenants", "all", new TenantsState(tenants.Count));
        await rows.CompleteAsync();
    }

    private async Task Write(NpgsqlBinaryImporter rows, int number)
    {
        var organization = Population.Organization(number);
        List<(string User, Membership Membership)> members =
        [
            .. population.UsersOf(number).Select(Population.User).Prepend($"owner-{number}")
                .Select((user, place) => (user, Member(organization, place == 0 ? "admin" : "analyst", place))),
        ];
        foreach (var (user, membership) in members)
            await Write(rows, "user", user, new UserState { Sequence = 1, Memberships = [membership] });
        var pages = members.Select(member => (member.User, member.Membership.Summary())).Chunk(DirectoryPageState.Capacity).ToList();
        for (var page = 0; page < pages.Count; page++)
            await Write(rows, "page", DirectoryName.Page(DirectoryName.Members(organization, Incarnation), page), Page(pages[page]));
        await Write(rows, "organization", organization, new OrganizationState
        {
            Name = organization,
            Model = "letta",
            Plan = "enterprise",
            Owner = $"owner-{number}",
            CreatedAt = _now,
            Incarnation = Incarnation,
            MemberPages = pages.Count,
            TenantsPage = number / DirectoryPageState.Capacity,
        });
    }

    private Membership Member(string organization, string role, int place) => new()
    {
        Organization = organization,
        Incarnation = Incarnation,
        Access = new Access { Role = role },
        JoinedAt = _now,
        Page = place / DirectoryPageState.Capacity,
    };

    private static DirectoryPageState Page((string Id, DirectorySummary Summary)[] entries) => new(
        entries.Length, false, [.. entries.Select((entry, place) => new DirectoryEntry(place, entry.Id, entry.Summary))]);

    private async Task Write<T>(NpgsqlBinaryImporter rows, string kind, string id, T state)
    {
        await rows.StartRowAsync();
        await rows.WriteAsync(kind, NpgsqlDbType.Text);
        await rows.WriteAsync(id, NpgsqlDbType.Text);
        await rows.WriteAsync(1, NpgsqlDbType.Integer);
        await rows.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(state, StateJson.TypeInfo<T>()), NpgsqlDbType.Bytea);
        await rows.WriteAsync(false, NpgsqlDbType.Boolean);
        await rows.WriteAsync(_now.UtcDateTime, NpgsqlDbType.TimestampTz);
    }
}
