namespace RbacGrains.AdminConsole.Components;

/// <summary>Shows how far something has come while it is being made.</summary>
internal static class Redrawing
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <summary>Draws, and draws again from time to time until the work is done.</summary>
    /// <returns>A task that ends, or fails, as <paramref name="making"/> does.</returns>
    public static async Task Until(Task making, TimeProvider clock, Action draw)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (!making.IsCompleted)
        {
            draw();
            await Task.WhenAny(making, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
        }

        await making;
    }
}
