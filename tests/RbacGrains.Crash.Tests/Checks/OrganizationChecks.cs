namespace RbacGrains.Crash.Tests;

/// <summary>Every organization whose creation was acknowledged is there, listed, and has its owner.</summary>
internal static class OrganizationChecks
{
    /// <summary>Looks at every organization that was ever asked for.</summary>
    public static async Task Check(ApiClient api, ILookup<string, Change> changes)
    {
        var listed = (await api.List("/v1/organizations", 1000)).Select(organization => organization.Text("id")!).ToHashSet(StringComparer.Ordinal);
        foreach (var organization in changes)
        {
            var creation = organization.Single(change => change.Kinds[0] == "organization.created");
            Assert.NotEqual(Outcome.Refused, creation.Outcome);
            Assert.True(!creation.IsAcknowledged || listed.Contains(organization.Key), $"{creation} is not there.");
        }

        Assert.All(listed, organization => Assert.True(changes.Contains(organization), $"Nobody ever created '{organization}'."));
        // Of those that were being made when the program died: all of it, or nothing.
        foreach (var organization in changes.Where(one => one.Any(change => change.IsUnknown && change.Kinds[0] == "organization.created")))
        {
            var path = $"/v1/organizations/{organization.Key}";
            Assert.Equal(listed.Contains(organization.Key), await api.Find(path) is not null);
            Assert.Equal(listed.Contains(organization.Key), await api.Find($"{path}/members/owner") is not null);
        }
    }
}
