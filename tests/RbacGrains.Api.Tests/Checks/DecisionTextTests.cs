using System.Text;
using System.Text.Json;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api.Tests;

public sealed class DecisionTextTests
{
    public static TheoryData<DecisionReason> Reasons { get; } = [.. Enum.GetValues<DecisionReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_decision_is_written_as_the_serializer_writes_it(DecisionReason reason)
    {
        foreach (var version in (long[])[0, 7, long.MaxValue])
        {
            var decision = new Decision(reason, version, long.MaxValue - version);
            var bytes = new byte[DecisionText.MostBytes];
            var written = DecisionText.Write(decision, bytes);

            Assert.Equal(
                JsonSerializer.Serialize(CheckJson.Of((Result<Decision>)decision), ApiJson.Context.CheckJson),
                Encoding.UTF8.GetString(bytes, 0, written));
        }
    }
}
