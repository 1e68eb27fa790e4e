namespace RbacGrains.Crash.Tests;

/// <summary>Sends again what was sent under a key and never answered, as clients do.</summary>
internal static class Repetition
{
    /// <summary>Sends them, one after another.</summary>
    public static async Task Send(ApiClient api, IEnumerable<Change> changes)
    {
        foreach (var change in changes.Where(change => change is { IsUnknown: true, WasRepeated: false, Key: not null }))
        {
            var answer = await api.Send(change);
            Assert.NotNull(answer);
            Assert.True(answer.Status < 500, $"{change}, repeated, was answered with {answer}");
            if (answer.IsSuccess) change.WasRepeated = true;
            // Refused is what could not be made any more; one that had been made would have been recognized.
            else change.Outcome = Outcome.Refused;
        }
    }
}
