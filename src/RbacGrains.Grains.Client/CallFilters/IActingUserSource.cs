namespace RbacGrains.Grains;

/// <summary>
/// Knows on whose behalf the present flow of control runs, outside of grains: in a web application the signed-in user of the request. The
/// call filter asks it with each call of a grain for which nobody has said so otherwise.
/// </summary>
public interface IActingUserSource
{
    /// <summary>Who acts at this moment; null when nobody does. Called very often, from many flows at once: it neither waits nor throws.</summary>
    ActingAs? Current { get; }
}

/// <summary>Who acts, and where.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Organization">The organization in which they act; null when that is for each call to say.</param>
/// <param name="Project">The project within it; null for the organization itself.</param>
public sealed record ActingAs(string User, string? Organization = null, string? Project = null);
