namespace RbacGrains.Cluster.Testing;

/// <summary>Checks of members that nobody changes, at one node after another: every answer is known.</summary>
internal sealed class SteadyChecks(string organization, IReadOnlyList<string> analysts, PatientApi api)
{
    private static readonly (string Action, bool Allowed)[] Known = [("agents:read", true), ("agents:create", false)];

    private readonly List<string> _wrong = [];

    /// <summary>Answers that were wrong, or none.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Asks until it is told to stop.</summary>
    public async Task Run(int first, CancellationToken stop)
    {
        for (var round = first; !stop.IsCancellationRequested; round++)
        {
            var (action, allowed) = Known[round % Known.Length];
            var user = analysts[round % analysts.Count];
            var answer = await api.Send(OperationKind.Check, round, node => node.Check(organization, user, action));
            if (!answer.Succeeded || answer.Json.GetProperty("allowed").GetBoolean() != allowed)
                _wrong.Add($"The analyst {user} asked for {action} and was answered {answer}");
        }
    }
}
