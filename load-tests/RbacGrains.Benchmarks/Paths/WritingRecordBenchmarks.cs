using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>A user's record written as JSON, beside the same JSON written from a document that is there.</summary>
public class WritingRecordBenchmarks
{
    private JsonDocument _document = null!;

    [GlobalSetup]
    public void Setup() => _document = JsonDocument.Parse(UserRecord.Json);

    [GlobalCleanup]
    public void Cleanup() => _document.Dispose();

    [Benchmark(Baseline = true, Description = "a document of the same JSON")]
    public byte[] Document() => JsonSerializer.SerializeToUtf8Bytes(_document.RootElement, JsonSerializerOptions.Default);

    [Benchmark(Description = "a user's record, written")]
    public byte[] Record() => JsonSerializer.SerializeToUtf8Bytes(UserRecord.State, StateJson.TypeInfo<UserState>());
}
