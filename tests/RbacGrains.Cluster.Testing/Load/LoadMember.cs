namespace RbacGrains.Cluster.Testing;

/// <summary>
/// One member whose role is changed by one worker alone, so that it is known at every moment what each node has to answer. After
/// each acknowledged change, every node is asked.
/// </summary>
internal sealed class LoadMember(string organization, string user, PatientApi api, int nodes)
{
    // An editor may do this, an analyst may not.
    private const string Action = "agents:create";

    private readonly List<string> _acknowledged = [];
    private readonly List<string> _wrong = [];
    private bool _isEditor;

    /// <summary>Where they are a member.</summary>
    public string Organization => organization;

    /// <summary>The member.</summary>
    public string User => user;

    /// <summary>The names of all acknowledged changes, in order.</summary>
    public IReadOnlyList<string> Acknowledged => _acknowledged;

    /// <summary>Answers that were not those of the last acknowledged change.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Changes the role, and asks every node, until it is told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            await Change(round);
            await Task.WhenAll(Enumerable.Range(0, nodes).Select(node => Check(node)));
        }
    }

    private async Task Change(int round)
    {
        var (role, operation) = (_isEditor ? "analyst" : "editor", $"{user}-{round}");
        var answer = await api.Send(
            OperationKind.Change, round, node => node.PutMember(organization, user, $$"""{"role":"{{role}}"}""", operation));
        if (!answer.Succeeded)
        {
            _wrong.Add($"The change {operation} to {role} was answered {answer}");
            return;
        }
        _acknowledged.Add(operation);
        _isEditor = !_isEditor;
    }

    /// <summary>Asks one node, or another one when it is lost.</summary>
    public async Task Check(int node)
    {
        var answer = await api.Send(OperationKind.Check, node, api => api.Check(organization, user, Action));
        if (!answer.Succeeded) lock (_wrong) _wrong.Add($"A check of {user} was answered {answer}");
        else if (answer.Json.GetProperty("allowed").GetBoolean() != _isEditor)
            lock (_wrong)
                _wrong.Add($"{user} is {(_isEditor ? "an editor" : "an analyst")} since {_acknowledged[^1]}, but node {node} or a later one answered {answer}");
    }
}
