using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Api.Tests;

public sealed class CheckReaderTests
{
    private const string Plain = """{"organization":"acme","user":"ann","action":"agents:read"}""";

    public static TheoryData<string> Usual { get; } =
    [
        $$"""{"checks":[{{Plain}},{{Plain}}]}""",
        """{"checks":[]}""",
        """ { "checks" : [ {"action":"a:b","user":"u","organization":"o","project":"p"} ] } """,
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":"p"},{"organization":"o","user":"an n","action":""}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":null}]}""",
    ];

    public static TheoryData<string> Unusual { get; } =
    [
        "", "{}", "[]", "null", "{", """{"checks":[""", """{"checks":null}""", """{"checks":{}}""", """{"checks":[null]}""",
        """{"checks":[[]]}""", """{"Checks":[]}""", """{"checks":[],"checks":[]}""", """{"checks":[],"more":1}""",
        """{"checks":[]} {}""", """{"checks":[]}x""", """{"checks":[],}""", """{"che\u0063ks":[]}""",
        """{"checks":[{"organization":"o","user":"u"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":null}]}""",
        """{"checks":[{"organization":"o","user":7,"action":"a:b"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":null,"project":null}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":null,"project":"p"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":7}]}""",
        """{"checks":[{"organization":"o","user":7,"user":"u","action":"a:b"}]}""",
        """{"checks":[{"user":{"organization":"o","user":"u","action":"a:b"}}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","user":"v"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","project":"p","project":"q"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","thing":"t"}]}""",
        """{"checks":[{"organization":"o","us\u0065r":"u","action":"a:b"}]}""",
        """{"checks":[{"organization":"o","user":"\u0075","action":"a:b"}]}""",
        """{"checks":[{"organization":"o","user":"\ud800","action":"a:b"}]}""",
        """{"checks":[{"organization":"o","user":"Jörg","action":"a:b"}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","properties":{}}]}""",
        """{"checks":[{"organization":"o","user":"u","action":"a:b","resource":{"type":"t","id":"i"}}]}""",
        $$"""{"checks":[{"organization":"o","user":"{{new string('u', 200)}}","action":"a:b"}]}""",
    ];

    [Theory]
    [MemberData(nameof(Usual))]
    public void What_is_usual_is_read_as_the_serializer_reads_it(string body)
    {
        var expected = Text(JsonSerializer.Deserialize(body, ApiJson.Context.BatchBody));
        Assert.Equal(expected, Text(CheckReader.Batch(Whole(body))));
        Assert.Equal(expected, Text(CheckReader.Batch(InPieces(body))));
    }

    [Theory]
    [MemberData(nameof(Unusual))]
    public void Everything_else_is_left_to_the_serializer(string body)
    {
        Assert.Null(CheckReader.Batch(Whole(body)));
        Assert.Null(CheckReader.Batch(InPieces(body)));
    }

    [Theory]
    [InlineData(Plain, true)]
    [InlineData("""{"project":null,"action":"a:b","user":"u","organization":"o"}""", true)]
    [InlineData(Plain + "{}", false)]
    [InlineData("[]", false)]
    [InlineData("""{"checks":[]}""", false)]
    [InlineData("""{"organization":"o","user":"u"}""", false)]
    [InlineData("""{"organization":"o","user":"u","action":"a:b","properties":{}}""", false)]
    [InlineData("""{"organization":"o","user":"u","action":"\u0061:b"}""", false)]
    public void One_check_is_read_alike(string body, bool isUsual)
    {
        foreach (var check in new[] { CheckReader.Check(Whole(body)), CheckReader.Check(InPieces(body)) })
            Assert.Equal(
                isUsual ? Text(JsonSerializer.Deserialize(body, ApiJson.Context.CheckBody)) : "null", Text(check));
    }

    [Fact]
    public void Names_that_come_again_are_one_string()
    {
        var checks = CheckReader.Batch(Whole($$"""{"checks":[{{Plain}},{{Plain}}]}"""))!.Checks;
        Assert.Same(checks[0].User, checks[1].User);
        Assert.Same(checks[0].Organization, checks[1].Organization);
        Assert.Same(checks[0].Action, checks[1].Action);
    }

    private static string Text(BatchBody? batch) => JsonSerializer.Serialize(batch, ApiJson.Context.BatchBody);

    private static string Text(CheckBody? check) => JsonSerializer.Serialize(check, ApiJson.Context.CheckBody);

    private static ReadOnlySequence<byte> Whole(string body) => new(Encoding.UTF8.GetBytes(body));

    // As a body comes from the network, in segments that end anywhere.
    private static ReadOnlySequence<byte> InPieces(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var first = new Piece(ReadOnlyMemory<byte>.Empty, 0);
        var last = first;
        for (var place = 0; place < bytes.Length; place += 3) last = last.Add(bytes.AsMemory(place, Math.Min(3, bytes.Length - place)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long place) => (Memory, RunningIndex) = (memory, place);

        public Piece Add(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
