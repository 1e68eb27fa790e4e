using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>A user's record read from JSON, beside the same JSON only parsed.</summary>
public class ReadingRecordBenchmarks
{
    [Benchmark(Baseline = true, Description = "the same JSON, parsed")]
    public int Document()
    {
        using var document = JsonDocument.Parse(UserRecord.Json);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark(Description = "a user's record, read")]
    public UserState? Record() => JsonSerializer.Deserialize(UserRecord.Json, StateJson.TypeInfo<UserState>());
}
