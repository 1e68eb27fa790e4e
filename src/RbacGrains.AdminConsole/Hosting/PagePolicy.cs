using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>
/// What the console's pages may load and do: what comes from this service, and no script within a page. Styles within a page are what the
/// component library positions its pop-ups by. The one handler within a page that is let through, by its hash, is the component library's.
/// </summary>
internal static class PagePolicy
{
    // Radzen.activeElement = null
    private const string RadzenHandler = "'unsafe-hashes' 'sha256-Gv+T45M6M+kq+caJFhy73JiJ7nitAZcfPRfx1dzDz/4='";

    public static readonly ContentPolicy Value = new(
        $"default-src 'none'; script-src 'self' {RadzenHandler}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
}
