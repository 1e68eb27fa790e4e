using System.Data.Common;
using RbacGrains.Core;
using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class GridFenceSuite(ITestDatabases databases) : GridSuite(databases)
{
    [ServerFact]
    public async Task Of_fenced_writes_only_those_of_the_present_term_are_made()
    {
        await Write("/ann", null);
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        Assert.Equal(2, await Claim("acme", 1, 2));

        Assert.Equal(2, await WriteFenced("/ann", 1, new Fence("acme", 2), Entry("1")));
        foreach (var term in new[] { 1, 3, long.MaxValue })
            await Assert.ThrowsAnyAsync<DbException>(() => WriteFenced("/ann", 2, new Fence("acme", term), Entry($"refused-{term}")));
        await Assert.ThrowsAnyAsync<DbException>(() => WriteFenced("/bob", null, new Fence("acme", 1)));

        Assert.Equal(2, (await Store.Read("/ann"))!.Version);
        Assert.Null(await Store.Read("/bob"));
        Assert.Equal(["1"], await AuditIds());
        Assert.Equal(1, await WriteFenced("/bob", null, new Fence("acme", 2)));
        await Assert.ThrowsAnyAsync<DbException>(() => WriteFenced("/eve", null, new Fence("never claimed", 1)));
    }

    [ServerFact]
    public async Task The_next_claim_ends_the_term_before_it()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);
        await Claim("acme", 2, 3);

        await Assert.ThrowsAnyAsync<DbException>(() => WriteFenced("/ann", null, new Fence("acme", 2)));
        Assert.Equal(1, await WriteFenced("/ann", null, new Fence("acme", 3)));
    }

    [ServerFact]
    public async Task A_claim_at_another_version_is_a_conflict_and_leaves_the_term_as_it_was()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);

        Assert.Null(await Claim("acme", 1, 3));
        Assert.Null(await Claim("acme", 3, 4));
        Assert.Null(await Claim("other", 1, 2));

        Assert.Equal(1, await WriteFenced("/ann", null, new Fence("acme", 2)));
    }

    [ServerFact]
    public async Task A_claim_of_a_term_that_has_been_is_refused_with_its_write()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);

        await Assert.ThrowsAnyAsync<DbException>(() => Claim("acme", 2, 2));
        await Assert.ThrowsAnyAsync<DbException>(() => Claim("acme", 2, 1));

        Assert.Equal(2, (await Store.Read("/acme", "organization"))!.Version);
        Assert.Equal(1, await WriteFenced("/ann", null, new Fence("acme", 2)));
    }

    [ServerFact]
    public async Task Organizations_have_terms_of_their_own_and_unfenced_writes_need_none()
    {
        foreach (var organization in new[] { "acme", "ACME" }) await Store.Write($"/{organization}", null, Envelope("{}"), "organization");
        await Claim("acme", 1, 2);
        await Claim("ACME", 1, 7);

        Assert.Equal(1, await WriteFenced("/ann", null, new Fence("acme", 2)));
        Assert.Equal(2, await WriteFenced("/ann", 1, new Fence("ACME", 7)));
        Assert.Equal(3, await Write("/ann", 2));
    }

    [ServerFact]
    public async Task A_term_has_63_bits()
    {
        await Store.Write("/acme", null, Envelope("{}"), "organization");
        await Claim("acme", 1, long.MaxValue);

        Assert.Equal(1, await WriteFenced("/ann", null, new Fence("acme", long.MaxValue)));
        await Assert.ThrowsAnyAsync<DbException>(() => WriteFenced("/ann", 1, new Fence("acme", long.MaxValue - 1)));
    }
}
