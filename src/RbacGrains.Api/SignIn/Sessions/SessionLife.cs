namespace RbacGrains.Api;

/// <summary>Tells whether a session still lives: by its age, and by whether somebody has signed out of it.</summary>
internal sealed class SessionLife(SignInSettings settings, EndedSessions ended, TimeProvider clock)
{
    /// <summary>How long a session lives without being used.</summary>
    public TimeSpan IdleTimeout => settings.IdleTimeout;

    /// <summary>Whether a session is over.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="begun">When it was begun.</param>
    public bool IsOver(string id, DateTimeOffset begun) => clock.GetUtcNow() >= begun + settings.Lifetime || ended.Contains(id);
}
