namespace RbacGrains.Core.Tests;

public sealed class RecalledStateTests
{
    private readonly MemoryState<UserState> _user = new();
    private readonly MemoryState<OrganizationState> _organization = new();
    private readonly NotedRecalls _recalls = new();

    [Fact]
    public async Task A_users_change_is_recalled_when_it_is_written_and_before_it_is_acknowledged()
    {
        _recalls.Gate = new TaskCompletionSource();
        var write = Write(UserState.Empty);

        Assert.Equal((1, "user alice"), (_user.Writes, Assert.Single(_recalls.All)));
        Assert.False(write.IsCompleted);
        _recalls.Gate.SetResult();
        await write;
    }

    [Fact]
    public async Task A_users_failed_change_is_recalled_as_well()
    {
        _user.Fails = true;

        await Assert.ThrowsAsync<IOException>(() => Write(UserState.Empty));

        Assert.Equal(["user alice"], _recalls.All);
    }

    [Fact]
    public async Task An_organizations_policy_is_recalled_when_its_version_changes()
    {
        await Write(Acme(1));
        await Write(Acme(2));
        await Write(Acme(3) with { Deleted = true });

        Assert.Equal(Enumerable.Repeat("organization acme", 3), _recalls.All);
    }

    [Fact]
    public async Task What_leaves_the_policy_as_it_is_recalls_nothing()
    {
        await Write(Acme(1));
        _recalls.All.Clear();

        await Write(Acme(1) with { MemberPages = 2 });

        Assert.Empty(_recalls.All);
    }

    [Fact]
    public async Task An_organizations_failed_change_is_recalled_as_well()
    {
        _organization.State = Acme(1);
        _organization.Fails = true;

        await Assert.ThrowsAsync<IOException>(() => Write(Acme(2)));

        Assert.Equal(["organization acme"], _recalls.All);
    }

    private Task Write(UserState next) => new RecalledUserState("alice", _user, _recalls).Write(next, false, []).AsTask();

    private Task Write(OrganizationState next) =>
        new RecalledOrganizationState("acme", _organization, _recalls).Write(next, false, []).AsTask();

    private static OrganizationState Acme(long version) => new()
    {
        Name = "Acme",
        Model = "letta",
        Plan = "free",
        Owner = "owner",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Incarnation = 7,
        Version = version,
    };

    private sealed class NotedRecalls : ILeaseRecalls
    {
        public List<string> All { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public ValueTask RecallUser(string user) => Note($"user {user}");

        public ValueTask RecallOrganization(string organization) => Note($"organization {organization}");

        private ValueTask Note(string recall)
        {
            All.Add(recall);
            return Gate is null ? default : new ValueTask(Gate.Task);
        }
    }
}
