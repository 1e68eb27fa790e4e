using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// What a compiled set depends on but for projects. Members of groups that give the same share one set, also while some of them hold an older
/// version of a group that says the same.
/// </summary>
internal readonly struct SharedKey(Access access) : IEquatable<SharedKey>
{
    private readonly string _role = access.Role;
    private readonly Grants _grants = access.Grants;
    private readonly ImmutableArray<GroupGrants> _groups = access.Groups;

    public bool Equals(SharedKey other)
    {
        if (!string.Equals(_role, other._role, StringComparison.Ordinal) || !_grants.Equals(other._grants)) return false;
        if (_groups.Length != other._groups.Length) return false;
        for (var index = 0; index < _groups.Length; index++)
            if (!_groups[index].GivesAs(other._groups[index])) return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is SharedKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_role, StringComparer.Ordinal);
        hash.Add(_grants);
        foreach (var group in _groups)
        {
            hash.Add(group.Role, StringComparer.Ordinal);
            hash.Add(group.Grants);
        }
        return hash.ToHashCode();
    }
}
