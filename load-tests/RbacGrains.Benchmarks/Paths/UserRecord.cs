using System.Text.Json;

namespace RbacGrains.Benchmarks;

/// <summary>A user's record as it is stored: a member of three organizations.</summary>
internal static class UserRecord
{
    public static UserState State { get; } = new()
    {
        Sequence = 17,
        Memberships =
        [
            Member("acme", HeldMember.Letta().Access),
            Member("globex", HeldMember.AgentStudio().Access),
            Member("initech", new Access { Role = "viewer", Version = 9 }),
        ],
    };

    public static byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(State, StateJson.TypeInfo<UserState>());

    private static Membership Member(string organization, Access access) => new()
    {
        Organization = organization,
        Incarnation = 3,
        Access = access,
        Email = "user@example.com",
        JoinedAt = DateTimeOffset.UnixEpoch,
    };
}
