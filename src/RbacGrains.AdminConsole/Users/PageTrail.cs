namespace RbacGrains.AdminConsole;

/// <summary>The pages of a list that somebody has come by, for the way back: lists are read forwards only.</summary>
public sealed class PageTrail
{
    private readonly List<string> _before = [];

    /// <summary>The token of the page that is shown; empty for the first.</summary>
    public string Token { get; private set; } = "";

    /// <summary>How many pages are before it, as far as is known.</summary>
    public int Depth => _before.Count;

    /// <summary>Whether it is not the first page.</summary>
    public bool HasPrevious => Token.Length > 0;

    /// <summary>The token of the page before; empty also where nobody knows it, which leads to the first page.</summary>
    public string Previous => _before.Count == 0 ? "" : _before[^1];

    /// <summary>Goes to a page: back to one before, or on.</summary>
    public void GoTo(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token == Token) return;
        var place = token.Length == 0 ? 0 : _before.IndexOf(token);
        if (token.Length == 0) _before.Clear();
        else if (place >= 0) _before.RemoveRange(place, _before.Count - place);
        else _before.Add(Token);
        Token = token;
    }

    /// <summary>Begins anew, with another list.</summary>
    public void Reset(string token = "")
    {
        _before.Clear();
        Token = token;
    }
}
