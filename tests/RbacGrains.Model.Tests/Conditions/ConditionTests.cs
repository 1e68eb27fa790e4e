using System.Text.Json;

namespace RbacGrains.Model.Tests.Conditions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("{ property: resource.status, equals: active }", """{"status":"active"}""", true)]
    [InlineData("{ property: resource.status, equals: active }", """{"status":"Active"}""", false)]
    [InlineData("{ property: resource.status, equals: active }", "{}", false)]
    [InlineData("{ property: resource.status, equals: active }", """{"status":null}""", false)]
    [InlineData("{ property: resource.status, equals: active }", """{"status":["active"]}""", false)]
    [InlineData("{ property: resource.size, equals: 1 }", """{"size":1.0}""", true)]
    [InlineData("{ property: resource.size, equals: 1 }", """{"size":"1"}""", false)]
    [InlineData("{ property: resource.size, equals: \"1\" }", """{"size":1}""", false)]
    [InlineData("{ property: resource.size, equals: 9007199254740993 }", """{"size":9007199254740992}""", false)]
    [InlineData("{ property: resource.size, equals: 1 }", """{"size":1e400}""", false)]
    [InlineData("{ property: resource.size, equals: true }", """{"size":true}""", true)]
    [InlineData("{ property: resource.size, equals: true }", """{"size":1}""", false)]
    [InlineData("{ property: resource.status, not_equals: active }", """{"status":"archived"}""", true)]
    [InlineData("{ property: resource.status, not_equals: active }", "{}", false)]
    [InlineData("{ property: resource.status, not_equals: active }", """{"status":3}""", false)]
    [InlineData("{ not: { property: resource.status, equals: active } }", "{}", true)]
    [InlineData("{ property: resource.status, in: [active, draft, 3] }", """{"status":"draft"}""", true)]
    [InlineData("{ property: resource.status, in: [active, draft, 3] }", """{"status":3}""", true)]
    [InlineData("{ property: resource.status, in: [active, draft] }", """{"status":"archived"}""", false)]
    [InlineData("{ property: resource.status, in: { property: resource.open } }", """{"status":"a","open":["b","a"]}""", true)]
    [InlineData("{ property: resource.status, in: { property: resource.open } }", """{"status":"a","open":"a"}""", false)]
    [InlineData("{ property: resource.tags, contains: red }", """{"tags":["blue","red"]}""", true)]
    [InlineData("{ property: resource.tags, contains: red }", """{"tags":"red"}""", false)]
    [InlineData("{ property: resource.tags, contains: { property: subject.id } }", """{"tags":["alice"]}""", true)]
    [InlineData("{ property: resource.size, less: 10 }", """{"size":9.99}""", true)]
    [InlineData("{ property: resource.size, less: 10 }", """{"size":10}""", false)]
    [InlineData("{ property: resource.size, less_or_equal: 10 }", """{"size":10}""", true)]
    [InlineData("{ property: resource.size, greater: 10 }", """{"size":10}""", false)]
    [InlineData("{ property: resource.size, greater_or_equal: 10 }", """{"size":1e1}""", true)]
    [InlineData("{ property: resource.size, less: 10 }", """{"size":"9"}""", false)]
    [InlineData("{ property: resource.due, less: \"2027-01-01T00:00:00Z\" }", """{"due":"2027-01-01T00:59:00+01:00"}""", true)]
    [InlineData("{ property: resource.due, greater: \"2027-01-01T00:00:00Z\" }", """{"due":"2026-12-31T18:03-07:00"}""", true)]
    [InlineData("{ property: resource.due, less: \"2027-01-01T00:00:00Z\" }", """{"due":"2026"}""", false)]
    [InlineData("{ property: resource.name, starts_with: pub }", """{"name":"public"}""", true)]
    [InlineData("{ property: resource.name, starts_with: pub }", """{"name":"Public"}""", false)]
    [InlineData("{ property: resource.owner, present: true }", """{"owner":false}""", true)]
    [InlineData("{ property: resource.owner, present: true }", """{"owner":null}""", false)]
    [InlineData("{ property: resource.owner, present: false }", "{}", true)]
    [InlineData("{ property: resource.owner.name, equals: bob }", """{"owner":{"name":"bob"}}""", true)]
    [InlineData("{ property: resource.owner.name, equals: bob }", """{"owner":"bob"}""", false)]
    [InlineData("{ property: resource.owner, equals: { property: subject.id } }", """{"owner":"alice"}""", true)]
    [InlineData("{ property: resource.owner, equals: { property: resource.maker } }", "{}", false)]
    [InlineData("{ all: [{ property: resource.a, equals: 1 }, { property: resource.b, equals: 1 }] }", """{"a":1,"b":2}""", false)]
    [InlineData("{ any: [{ property: resource.a, equals: 1 }, { property: resource.b, equals: 1 }] }", """{"a":2,"b":1}""", true)]
    public void A_condition_holds_when_its_comparison_does(string yaml, string resource, bool holds) =>
        Assert.Equal(holds, Records.Condition(yaml).Holds(Records.Facts(resource), "editor"));

    [Theory]
    [InlineData("{ property: subject.id, equals: alice }", true)]
    [InlineData("{ property: subject.id, equals: bob }", false)]
    [InlineData("{ property: member.role, equals: editor }", true)]
    [InlineData("{ property: member.role, equals: admin }", false)]
    [InlineData("{ property: member.email, equals: alice@example.com }", true)]
    [InlineData("{ property: resource.id, equals: r1 }", true)]
    [InlineData("{ property: resource.type, equals: records }", true)]
    public void What_the_service_knows_itself_no_request_can_say(string yaml, bool holds)
    {
        var facts = Records.Facts(
            resource: """{"id":"forged","type":"forged"}""",
            subject: """{"id":"bob","role":"admin","email":"forged@example.com"}""") with
        { Resource = new ResourceReference("records", "r1") };

        Assert.Equal(holds, Records.Condition(yaml).Holds(facts, "editor"));
    }

    [Fact]
    public void A_request_that_names_no_resource_cannot_say_its_id() =>
        Assert.False(Records.Condition("{ property: resource.id, present: true }").Holds(Records.Facts(resource: """{"id":"r1"}"""), "editor"));

    [Theory]
    [InlineData("""{"status":"active"}""", true)]
    [InlineData("""{"status":null}""", false)]
    [InlineData("""{"other":1}""", false)]
    public void The_catalog_is_asked_where_the_request_is_silent(string request, bool holds)
    {
        var facts = Records.Facts(request) with { StoredResource = Records.Properties("""{"status":"archived"}""") };

        Assert.Equal(holds, Records.Condition("{ property: resource.status, equals: active }").Holds(facts, "editor"));
        Assert.Equal(
            request.Contains("other", StringComparison.Ordinal),
            Records.Condition("{ property: resource.status, equals: archived }").Holds(facts, "editor"));
    }

    [Fact]
    public void The_same_words_are_the_same_condition()
    {
        var one = Records.Condition("{ all: [{ property: resource.a, in: [x, 1, true] }, { not: { property: resource.b, present: true } }] }");
        var same = ConditionJson.Parse(JsonElement.Parse(ConditionJson.Of(one).ToJsonString()));

        Assert.Equal(one, same);
        Assert.Equal("(resource.a in ['x', 1, true] and not resource.b present true)", same.Text);
        Assert.NotEqual(Records.Condition("{ property: resource.a, equals: 1 }"), Records.Condition("{ property: resource.a, equals: \"1\" }"));
        Assert.NotEqual(Records.Condition("{ property: resource.a, in: [\"x', 'y\"] }"), Records.Condition("{ property: resource.a, in: [x, y] }"));
        Assert.Equal(Records.Condition("{ property: resource.a, equals: 1.0 }"), Records.Condition("{ property: resource.a, equals: 1 }"));
    }

    [Fact]
    public void Properties_have_bounds()
    {
        Assert.Null(Properties.Mistake(JsonElement.Parse("""{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}}}""")));
        Assert.Contains("8 deep", Properties.Mistake(JsonElement.Parse("""{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":[1]}}}}}}}}""")), StringComparison.Ordinal);
        Assert.Contains("65536 bytes", Properties.Mistake(JsonElement.Parse($$"""{"a":"{{new string('x', Properties.MaxBytes)}}"}""")), StringComparison.Ordinal);
        Assert.Contains("Unicode", Properties.Mistake(JsonElement.Parse("""{"a":["\ud800"]}""")), StringComparison.Ordinal);
        Assert.Contains("object", Properties.Mistake(JsonElement.Parse("[]")), StringComparison.Ordinal);
        Assert.Equal(Records.Properties("""{"a":1,"b":[2]}"""), Records.Properties("""{"b":[2],"a":1.0}"""));
    }
}
