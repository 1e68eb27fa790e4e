using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace RbacGrains.Grains.Tests.Wire;

/// <summary>What crosses the wire arrives as it was sent; and so does what an earlier version has sent.</summary>
public sealed class WireTests
{
    private static readonly string Snapshots = Path.Combine(AppContext.BaseDirectory, "Wire", "Snapshots");

    private readonly Serializer _serializer =
        new ServiceCollection().AddSerializer().AddRbacWire().BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<string> Names => [.. Samples.Contracts.Keys.Concat(Samples.Hot.Keys)];

    [Fact]
    public void Every_contract_has_a_sample() =>
        Assert.Equal(ContractTypes.All.Keys.Order(StringComparer.Ordinal), Samples.Contracts.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_arrives_as_it_was_sent(string name)
    {
        var sent = Sample(name);

        var arrived = _serializer.Deserialize<object>(_serializer.SerializeToArray(sent));

        Assert.Equal(sent.GetType(), arrived?.GetType());
        Assert.Equal(Json(sent), Json(arrived));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_first_version_sent_is_still_understood(string name)
    {
        var file = Path.Combine(Snapshots, $"{name}.bin");
        Assert.True(File.Exists(file), $"There is no snapshot of '{name}'. The bytes of today: {Convert.ToBase64String(_serializer.SerializeToArray(Sample(name)))}");

        var arrived = _serializer.Deserialize<object>(Convert.FromBase64String(File.ReadAllText(file)));

        Assert.Equal(Json(Sample(name)), Json(arrived));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Within_a_silo_a_value_passes_as_it_is(string name)
    {
        var copier = new ServiceCollection().AddSerializer().AddRbacWire().BuildServiceProvider().GetRequiredService<DeepCopier>();
        var sent = Sample(name);

        var copy = copier.Copy(sent);

        if (!sent.GetType().IsValueType) Assert.Same(sent, copy);
    }

    [Fact]
    public void A_contract_that_this_version_does_not_know_is_refused() =>
        Assert.Throws<SerializerException>(() => ContractTypes.Find("from_the_future"));

    private static object Sample(string name) => Samples.Contracts.GetValueOrDefault(name) ?? Samples.Hot[name];

    private static string Json(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object));
}
