namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>Ids that look like numbers to a storage provider are still different ids.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task Users_whose_ids_look_like_the_same_number_are_kept_apart()
    {
        string[] users = ["ab", "AB", "0ab", "42", "042", "00000000000000000000000000000042", "42+x"];
        await using var cluster = await GridCluster.Start();
        var acme = cluster.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), default)).Require();
        foreach (var (index, user) in users.Index())
        {
            var added = (await acme.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = "guest", Email = $"{index}@example.com" }, default)).Require();
            Assert.True(added.Created, user);
        }

        await cluster.Kill();
        await cluster.Deploy();

        acme = cluster.Grid.Organization("acme");
        foreach (var (index, user) in users.Index())
            Assert.Equal($"{index}@example.com", (await acme.GetMember(Caller.Service, user, default)).Require().Email);
    }
}
