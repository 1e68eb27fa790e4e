using System.Collections.Immutable;
using RbacGrains.Embedded;

namespace RbacGrains.Client.Tests;

/// <summary>The way to a grid as if it were in another process: what is dropped is acknowledged, and the line can be cut.</summary>
internal sealed class Line(EmbeddedGrid grid) : ILeaseSource, IGrid
{
    private readonly LocalLeaseSource _models = new(grid.Leases, ShippedModels.Load());
    private volatile TaskCompletionSource _cut = new();
    private volatile bool _isCut;
    private int _acquired;

    /// <summary>How many items were asked for.</summary>
    public int Acquired => Volatile.Read(ref _acquired);

    /// <summary>The requests, each with how many accesses.</summary>
    public List<int> Requests { get; } = [];

    /// <summary>Whether drops get through.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>What answers wait for, after they were made.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What the service refuses to open a session with; null for nothing.</summary>
    public Error? Refusal { get; set; }

    public ITenants Tenants => ((IGrid)Reached()).Tenants;

    public void Cut()
    {
        _isCut = true;
        _cut.TrySetResult();
    }

    public void Mend()
    {
        _cut = new TaskCompletionSource();
        _isCut = false;
    }

    public async ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken)
    {
        Reached();
        if (Refusal is not null) return Refusal;
        var opened = await grid.Leases.Open(Caller.Service, new Ear(this, holder), cancellationToken);
        return opened.Succeeded ? new Connection(this, opened.Value) : opened.Error;
    }

    public ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken)
    {
        Reached();
        return _models.FindModel(name, version, cancellationToken);
    }

    public IOrganization Organization(string id) => Reached().Organization(id);

    public IUser User(string id) => _isCut ? new NoUser() : grid.User(id);

    public IInvitation Invitation(string id) => Reached().Invitation(id);

    private EmbeddedGrid Reached() => _isCut ? throw new IOException("The line is cut.") : grid;

    private sealed class Ear(Line line, ILeaseHolder holder) : ILeaseHolder
    {
        public bool Drop(LeaseDrop drop)
        {
            if (!line._isCut && !line.IsDeaf) holder.Drop(drop);
            return false;
        }
    }

    private sealed class Connection(Line line, ILeaseSession session) : ILeaseConnection, ILeaseSession
    {
        public ILeaseSession Session => this;

        public Task Closed { get; } = line._cut.Task;

        public string Id => session.Id;

        public TimeSpan Lease => session.Lease;

        public async ValueTask<Result<LeaseAnswer>> Acquire(LeaseRequest request, CancellationToken cancellationToken)
        {
            line.Reached();
            lock (line.Requests) line.Requests.Add(request.Accesses.Length);
            Interlocked.Add(ref line._acquired, request.Accesses.Length);
            var answer = await session.Acquire(request, cancellationToken);
            await line.Gate;
            line.Reached();
            return answer;
        }

        public ValueTask<Result<TimeSpan>> Renew(LeaseRenewal renewal, CancellationToken cancellationToken)
        {
            line.Reached();
            return session.Renew(renewal, cancellationToken);
        }

        public ValueTask End()
        {
            line.Reached();
            return session.End();
        }

        public ValueTask Abandon() => session.Abandon();

        public ValueTask DisposeAsync() => session.Abandon();
    }

    private sealed class NoUser : IUser
    {
        private static readonly Error Unreachable = new(ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "The line is cut.");

        public ValueTask<Result<Decision>> Check(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
            Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken) =>
            new([.. checks.Select(_ => (Result<Decision>)Unreachable)]);

        public ValueTask<Result<Explanation>> Explain(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<Result<ProjectSet>> ListProjects(
            Caller caller, string organization, string action, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
            string key, ImmutableArray<byte> digest, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<Result<Decision>> Evaluate(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
            Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken) =>
            new([.. evaluations.Select(_ => (Result<Decision>)Unreachable)]);

        public ValueTask<Result<Explanation>> ExplainEvaluation(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) => new(Unreachable);

        public ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken) => throw new IOException("The line is cut.");
    }
}
