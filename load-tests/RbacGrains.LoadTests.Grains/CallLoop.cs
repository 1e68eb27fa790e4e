using System.Diagnostics;
using RbacGrains.Grains;

namespace RbacGrains.LoadTests;

/// <summary>One caller that calls one grain after another, each when the last one has answered.</summary>
/// <param name="grains">Where the grains are.</param>
/// <param name="grid">The same grains as the grid.</param>
/// <param name="organization">Where the users are members.</param>
/// <param name="action">What every one of them may do.</param>
/// <param name="users">How many there are, <c>user-0</c> and so on; as many grains that do nothing are called.</param>
public sealed class CallLoop(IGrainFactory grains, IGrid grid, string organization, string action, int users)
{
    /// <summary>Calls for a time.</summary>
    /// <param name="kind">What.</param>
    /// <param name="first">The user to begin with.</param>
    /// <param name="duration">For how long.</param>
    /// <returns>How many calls were answered.</returns>
    /// <exception cref="InvalidOperationException">A check was answered with anything but "allowed".</exception>
    public async Task<long> Run(CallKind kind, int first, TimeSpan duration)
    {
        string[] names = [.. Enumerable.Range(0, users).Select(number => $"user-{number}")];
        INoOpGrain[] noOps = [.. names.Select(name => grains.GetGrain<INoOpGrain>(name))];
        IUserGrain[] checks = [.. names.Select(name => grains.GetGrain<IUserGrain>(name))];
        long calls = 0;
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < duration; calls++)
        {
            var user = (int)((first + (calls * 7)) % users);
            switch (kind)
            {
                case CallKind.NoOp:
                    await grains.GetGrain<INoOpGrain>(names[user]).Do();
                    break;
                case CallKind.Check:
                    Require(await grid.User(names[user]).Check(Caller.Service, organization, action, null, CancellationToken.None));
                    break;
                case CallKind.KeptNoOp:
                    await noOps[user].Do();
                    break;
                default:
                    Require(await checks[user].Check(Caller.Service, organization, action, null));
                    break;
            }
        }
        return calls;
    }

    private static void Require(Result<Model.Decision> answer)
    {
        if (!answer.Require().Allowed) throw new InvalidOperationException($"A member is not allowed what every member is: {answer}");
    }
}
