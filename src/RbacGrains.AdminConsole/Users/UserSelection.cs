namespace RbacGrains.AdminConsole;

/// <summary>Which members are selected: some, page by page, or all that the filter wants.</summary>
public sealed class UserSelection
{
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);

    /// <summary>Whether it is all that the filter wants, also those whom nobody has looked at.</summary>
    public bool IsAll { get; private set; }

    /// <summary>Those who were selected by themselves, in no order.</summary>
    public IReadOnlyCollection<string> Users => _users;

    /// <summary>Whether nobody is selected.</summary>
    public bool IsEmpty => !IsAll && _users.Count == 0;

    /// <summary>Whether a member is selected.</summary>
    public bool Contains(string user) => IsAll || _users.Contains(user);

    /// <summary>Selects a member, or no longer.</summary>
    public void Toggle(string user) => Set(user, !Contains(user));

    /// <summary>Selects a member, or no longer. Of all nobody can be left out: what follows is a choice of some.</summary>
    public void Set(string user, bool selected)
    {
        if (IsAll) Clear();
        else if (selected) _users.Add(user);
        else _users.Remove(user);
    }

    /// <summary>Selects all that the filter wants.</summary>
    public void SelectAll()
    {
        _users.Clear();
        IsAll = true;
    }

    /// <summary>Selects nobody.</summary>
    public void Clear()
    {
        _users.Clear();
        IsAll = false;
    }
}
