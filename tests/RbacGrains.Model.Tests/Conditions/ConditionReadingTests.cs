namespace RbacGrains.Model.Tests.Conditions;

public sealed class ConditionReadingTests
{
    [Theory]
    [InlineData("{ action: records:write }", "The conditional action 'records:write' has no 'when'.")]
    [InlineData("{ when: { property: resource.a, equals: 1 } }", "A conditional action has no 'action'.")]
    [InlineData("{ action: records:fly, when: { property: resource.a, equals: 1 } }", "refers to the action 'records:fly'")]
    [InlineData("{ action: records:read, when: { property: resource.a, equals: 1 } }", "lists the action 'records:read' twice")]
    [InlineData("{ action: records:write, when: resource.a }", "The condition is text, not a mapping.")]
    [InlineData("{ action: records:write, when: {} }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { property: resource.a } }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { equals: 1 } }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: 1, less: 2 } }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { any: [{ property: resource.a, equals: 1 }], all: [] } }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { not: { property: resource.a, equals: 1 }, property: resource.a } }", "not exactly one comparison or combination")]
    [InlineData("{ action: records:write, when: { property: resource.a, equal: 1 } }", "The condition has the unknown key 'equal'.", "not exactly one")]
    [InlineData("{ action: records:write, when: { property: resource, equals: 1 } }", "'resource' is no property.")]
    [InlineData("{ action: records:write, when: { property: resources.a, equals: 1 } }", "'resources.a' is no property.")]
    [InlineData("{ action: records:write, when: { property: resource.a.b.c.d.e, equals: 1 } }", "'resource.a.b.c.d.e' is no property.")]
    [InlineData("{ action: records:write, when: { property: member.age, equals: 1 } }", "'member.age' is no property.")]
    [InlineData("{ action: records:write, when: { property: 12, equals: 1 } }", "'property' of the condition is a number, not text.")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: [1] } }", "'equals' of a condition of the conditional action 'records:write' is a list.")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: } }", "'equals' of a condition of the conditional action 'records:write' is empty.")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: 1e999 } }", "is '1e999'.")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: { property: b } } }", "'b' is no property.")]
    [InlineData("{ action: records:write, when: { property: resource.a, equals: { path: b } } }", "has the unknown key 'path'", "has no 'property'")]
    [InlineData("{ action: records:write, when: { property: resource.a, in: active } }", "'in' of a condition of the conditional action 'records:write' is text.")]
    [InlineData("{ action: records:write, when: { property: resource.a, in: [] } }", "is a list of 0.")]
    [InlineData("{ action: records:write, when: { property: resource.a, in: [[1]] } }", "is a list.")]
    [InlineData("{ action: records:write, when: { property: resource.a, less: soon } }", "'less' of a condition of the conditional action 'records:write' is 'soon'.")]
    [InlineData("{ action: records:write, when: { property: resource.a, less: true } }", "is 'true'.")]
    [InlineData("{ action: records:write, when: { property: resource.a, starts_with: 3 } }", "is '3'.")]
    [InlineData("{ action: records:write, when: { property: resource.a, present: 1 } }", "is '1'.")]
    [InlineData("{ action: records:write, when: { property: resource.a, present: { property: resource.b } } }", "is a mapping.")]
    [InlineData("{ action: records:write, when: { all: [] } }", "'all' of a condition of the conditional action 'records:write' is empty.")]
    [InlineData("{ action: records:write, when: { all: { property: resource.a } } }", "'all' of the condition is a mapping, not a list.")]
    [InlineData("{ action: records:write, when: { not: { not: { not: { not: { not: { property: resource.a, equals: 1 } } } } } } }", "nested more than 4 deep")]
    public void A_mistake_in_a_condition_is_named(string item, params string[] messages)
    {
        var reading = ModelReader.Read(Records.Document($"      - records:read\n      - {item}"));

        Assert.Null(reading.Model);
        Assert.Equal(messages.Length, reading.Problems.Length);
        foreach (var message in messages)
            Assert.Contains(reading.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal) && problem.Line == 13);
    }

    [Fact]
    public void A_condition_has_at_most_64_comparisons_and_a_list_at_most_100_values()
    {
        var most = string.Join(", ", Enumerable.Repeat("{ property: resource.a, equals: 1 }", Condition.MaxComparisons));

        Assert.NotNull(ModelReader.Read(Records.Document($"      - {{ action: records:write, when: {{ any: [{most}] }} }}")).Model);
        Assert.Contains("65 comparisons", Problem($"{{ any: [{most}, {{ property: resource.a, equals: 1 }}] }}"), StringComparison.Ordinal);
        Assert.Contains("a list of 101", Problem($"{{ property: resource.a, in: [{string.Join(", ", Enumerable.Range(0, 101))}] }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_condition_fits_a_document() => Assert.NotNull(Records.Condition(
        "{ all: [{ any: [{ all: [{ any: [{ property: resource.a, in: [x] }] }] }] }] }"));

    [Fact]
    public void Text_number_and_truth_value_are_told_apart_as_in_yaml() =>
        Assert.Equal("resource.a in ['true', true, '1', 1, 0.5]", Records.Condition("{ property: resource.a, in: [\"true\", true, \"1\", 1, .5] }").Text);

    [Fact]
    public void Another_name_of_an_action_can_have_a_condition()
    {
        var model = ModelReader.Read(
            """
            model: m
            version: 1
            title: M
            plans: [{ plan: free, title: Free }]
            levels: [{ level: none, title: None }, { level: read, title: Read, verbs: [view] }]
            areas: [{ title: Chat, shared_by: [widget] }]
            roles:
              - { role: admin, title: Admin, admin: true }
              - { role: guest, title: Guest, actions: [{ action: widget:view, when: { property: context.a, equals: 1 } }] }
            """).Model!;

        Assert.Equal("chat:view", model.FindRole("guest")!.ConditionalActions.Single().Action);
    }

    [Fact]
    public void A_model_as_JSON_says_its_conditions() => Assert.Equal(
        """[{"action":"records:write","when":{"property":"resource.status","not_equals":"archived"}}]""",
        ModelJson.Of(Records.Model)["roles"]![1]!["conditional_actions"]!.ToJsonString());

    private static string Problem(string condition) =>
        Assert.Single(ModelReader.Read(Records.Document($"      - {{ action: records:write, when: {condition} }}")).Problems).Message;
}
