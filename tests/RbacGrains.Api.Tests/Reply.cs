using System.Text.Json.Nodes;

namespace RbacGrains.Api.Tests;

/// <summary>What came back.</summary>
public sealed record Reply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? MediaType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0];

    public string? Code => (string?)Json["code"];

    public string? String(string name) => (string?)Json[name];

    public long Number(string name) => (long)Json[name]!;

    /// <summary>A list's items under one name each.</summary>
    public string[] Items(string name) => [.. Json["items"]!.AsArray().Select(item => (string)item![name]!)];

    /// <summary>That it is a problem, whole and as promised.</summary>
    public Reply ShouldBeProblem(int status, string code, string? pointer = null)
    {
        Assert.True(status == Status, $"Expected {status} {code}, got {Status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Code);
        Assert.Equal(pointer, String("pointer"));
        Assert.Equal(status, Number("status"));
        Assert.NotEmpty(String("title")!);
        Assert.EndsWith(code, String("type")!, StringComparison.Ordinal);
        Assert.Matches("[.!]$", String("detail")!);
        if (status == 401) Assert.Equal("Bearer", Headers["WWW-Authenticate"]);
        return this;
    }

    public Reply ShouldBe(int status)
    {
        Assert.True(status == Status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
