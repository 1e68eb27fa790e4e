using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>What makes a membership a program's: its name and its keys.</summary>
public sealed record ServiceAccount
{
    /// <summary>The most keys of one account.</summary>
    public const int MaxKeys = 10;

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The user who made it; null for the service.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The number of the key that was made last; none is used again.</summary>
    public int LastNumber { get; init; }

    /// <summary>Its keys in the order in which they were made.</summary>
    public ImmutableArray<ServiceAccountKey> Keys { get; init; } = [];

    /// <summary>The key of a number; null when there is none.</summary>
    public ServiceAccountKey? Find(int number) => Keys.FirstOrDefault(key => key.Number == number);

    /// <summary>The account with another state of one of its keys.</summary>
    internal ServiceAccount With(ServiceAccountKey key) =>
        this with { Keys = [.. Keys.Select(present => present.Number == key.Number ? key : present)] };
}

/// <summary>The durable part of an API key. Its secret is kept nowhere.</summary>
public sealed record ServiceAccountKey
{
    /// <summary>Counts the account's keys, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key as it is presented.</summary>
    public required ImmutableArray<byte> Digest { get; init; }

    /// <summary>Whether calls with it may name the user on whose behalf they are made.</summary>
    public bool ActsForUsers { get; init; }

    /// <summary>The user who made it; null for the service.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment from which it opens nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to within 5 minutes; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>How often it got another secret.</summary>
    public int Rotations { get; init; }

    /// <summary>When it got its present secret; null when it has its first.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>The digest before the present one; empty when there is none.</summary>
    public ImmutableArray<byte> PreviousDigest { get; init; } = [];

    /// <summary>Until when the digest before is good; null when it is not.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }
}
