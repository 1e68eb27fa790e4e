namespace RbacGrains.Core.Tests;

/// <summary>Ids of audit entries.</summary>
public sealed class AuditIdsTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 1, 2, 3, 450, TimeSpan.Zero);

    [Fact]
    public void An_id_is_a_version_7_UUID_of_its_moment()
    {
        var id = AuditIds.Make(Moment);
        var uuid = Guid.ParseExact(id, "n");

        Assert.Equal(7, uuid.Version);
        Assert.InRange(uuid.Variant, 8, 11);
        Assert.Equal(Guid.CreateVersion7(Moment).ToString("n")[..12], id[..12]);
    }

    [Fact]
    public void Ids_of_one_moment_are_all_different()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => AuditIds.Make(Moment));

        Assert.Equal(10_000, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Ids_are_ordered_by_their_milliseconds() =>
        Assert.True(string.CompareOrdinal(AuditIds.Make(Moment), AuditIds.Make(Moment.AddMilliseconds(1))) < 0);
}
