namespace RbacGrains.Benchmarks;

/// <summary>An endpoint, and what was measured of it.</summary>
internal sealed class Endpoint(HostProcess host, string path)
{
    private TimeSpan _processor;

    public HostProcess Host { get; } = host;

    public string Path { get; } = path;

    public List<Latencies> Runs { get; } = [];

    /// <summary>
    /// What the server's processors had to do for one request, in microseconds: on a machine that others use, too, this says
    /// more than the time that passes.
    /// </summary>
    public double ProcessorMicroseconds => _processor.TotalMicroseconds / Runs.Sum(run => run.Count);

    /// <summary>Writes a run down.</summary>
    public void Note(Latencies run, TimeSpan processor)
    {
        Runs.Add(run);
        _processor += processor;
    }

    /// <summary>Begins anew, once the server is warm.</summary>
    public void Forget()
    {
        Runs.Clear();
        _processor = TimeSpan.Zero;
    }
}
