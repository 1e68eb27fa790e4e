using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads a condition: <c>all</c>, <c>any</c> or <c>not</c> of conditions, or one comparison of one property.</summary>
internal sealed class ConditionReader
{
    private static readonly string[] Combinations = ["all", "any", "not"];
    private static readonly string[] Operators = [.. Enum.GetValues<ComparisonOperator>().Select(Comparison.KeyOf)];

    private readonly Fields _action;
    private int _comparisons;

    private ConditionReader(Fields action) => _action = action;

    private ProblemList Problems => _action.Problems;

    /// <summary>The condition under <c>when</c>; null, and reported, when it is none.</summary>
    public static Condition? Read(Fields action)
    {
        if (action.Node("when") is not { } node) return null;
        var reader = new ConditionReader(action);
        var condition = reader.Read(node, depth: 0);
        if (reader._comparisons <= Condition.MaxComparisons) return condition;
        action.Problems.Add(
            node.Place, $"The condition of {action.Subject} has {reader._comparisons} comparisons.",
            $"At most {Condition.MaxComparisons} fit; compare with a list by `in: [...]`, or leave the rest to the product.");
        return null;
    }

    private Condition? Read(DocumentNode node, int depth)
    {
        var fields = new Fields(node, DocumentSections.Condition, Problems);
        if (node is not MappingNode) return null;
        var combinations = Combinations.Where(fields.Has).ToList();
        var operators = Operators.Where(fields.Has).ToList();
        if (combinations.Count + (fields.Has("property") ? 1 : 0) != 1 || operators.Count != (fields.Has("property") ? 1 : 0))
        {
            Problems.Add(
                fields.Place, $"A condition of {_action.Subject} is not exactly one comparison or combination.",
                "Write `{ property: resource.status, equals: active }`, or one of `all: [...]`, `any: [...]` and `not: {...}`.");
            return null;
        }
        if (combinations.Count == 0) return ReadComparison(fields, operators[0]);
        if (depth == Condition.MaxDepth)
        {
            Problems.Add(
                fields.Place, $"The conditions of {_action.Subject} are nested more than {Condition.MaxDepth} deep.",
                "Split the condition, or leave the rest to the product.");
            return null;
        }
        return fields.Has("not")
            ? Read(fields.Node("not")!, depth + 1) is { } inner ? new NoneOf(inner) : null
            : ReadList(fields, combinations[0], depth);
    }

    private Condition? ReadList(Fields fields, string key, int depth)
    {
        var nodes = fields.List(key);
        if (nodes.IsEmpty && !fields.Failed(key))
            Problems.Add(fields.PlaceOfValue(key), $"'{key}' of a condition of {_action.Subject} is empty.", "List at least one condition.");
        var conditions = nodes.Select(node => Read(node, depth + 1)).ToList();
        if (conditions.Count == 0 || conditions.Contains(null)) return null;
        ImmutableArray<Condition> read = [.. conditions.OfType<Condition>()];
        return key == "all" ? new AllOf(read) : new AnyOf(read);
    }

    private Comparison? ReadComparison(Fields fields, string key)
    {
        _comparisons++;
        var property = Path(fields);
        var @operator = Enum.GetValues<ComparisonOperator>().First(candidate => Comparison.KeyOf(candidate) == key);
        switch (fields.Node(key))
        {
            case MappingNode other when @operator != ComparisonOperator.Present:
                var path = Path(new Fields(other, DocumentSections.OtherProperty, Problems));
                return property is null || path is null ? null : new Comparison(property, @operator, path);
            case SequenceNode list when @operator == ComparisonOperator.In:
                var values = Values(list, key);
                return property is null || values is null ? null : new Comparison(property, @operator, [.. values]);
            case ScalarNode scalar when @operator != ComparisonOperator.In && Value(scalar, key, @operator) is { } value:
                return property is null ? null : new Comparison(property, @operator, [value]);
            case ScalarNode when @operator != ComparisonOperator.In:
            case UnreadableNode or null:
                return null;
            case var wrong:
                Report(wrong, key, wrong.Noun, Remedy(key, @operator));
                return null;
        }
    }

    private PropertyPath? Path(Fields fields)
    {
        if (fields.Word("property") is not { } word) return null;
        if (PropertyPath.Parse(word.Text) is { } path) return path;
        Problems.Add(
            word.Place, $"'{word.Text}' is no property.",
            "A property is `subject`, `resource`, `action` or `context` with 1 to 4 names behind it, as in `resource.status`; or it is "
            + $"{string.Join(" or ", PropertyPath.MemberFacts.Select(fact => $"`member.{fact}`"))}.");
        return null;
    }

    private List<SingleValue>? Values(SequenceNode list, string key)
    {
        if (list.Items.Length is 0 or > Condition.MaxValues)
        {
            Report(list, key, $"a list of {list.Items.Length}", $"List 1 to {Condition.MaxValues} values.");
            return null;
        }
        var values = new List<SingleValue>();
        foreach (var item in list.Items)
            if (item is not ScalarNode scalar) Report(item, key, item.Noun, "List single values: texts, numbers, true or false.");
            else if (Value(scalar, key, ComparisonOperator.In) is { } value) values.Add(value);
        return values.Count == list.Items.Length ? values : null;
    }

    private SingleValue? Value(ScalarNode scalar, string key, ComparisonOperator @operator)
    {
        SingleValue? value = scalar.IsNothing ? null
            : scalar.IsTruthValue ? new SingleValue(scalar.Text[0] is 't' or 'T')
            : scalar.IsNumber ? SingleValue.Number(scalar.Text)
            : new SingleValue(scalar.Text);
        if (value is { } read && Fits(read, scalar, @operator)) return read;
        Report(scalar, key, scalar.IsNothing ? "empty" : $"'{scalar.Text}'", Remedy(key, @operator));
        return null;
    }

    private static bool Fits(SingleValue value, ScalarNode scalar, ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Present => scalar.IsTruthValue,
        ComparisonOperator.StartsWith => value.Text is not null,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual =>
            value.IsNumber || (value.Text is { } text && Moment.TryParse(text, out _)),
        _ => true,
    };

    private static string Remedy(string key, ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Present => $"Write `{key}: true` or `{key}: false`.",
        ComparisonOperator.StartsWith => $"Write the text it begins with, or another property: `{key}: {{ property: ... }}`.",
        ComparisonOperator.In => $"Write `{key}: [ ... ]`, or another property that is a list: `{key}: {{ property: ... }}`.",
        ComparisonOperator.Equals or ComparisonOperator.NotEquals or ComparisonOperator.Contains =>
            $"Write a text, a number, true or false, or another property: `{key}: {{ property: ... }}`.",
        _ => $"Write a number, a moment such as \"2027-01-31T12:00:00Z\", or another property: `{key}: {{ property: ... }}`.",
    };

    private void Report(DocumentNode node, string key, string what, string remedy) =>
        Problems.Add(node.Place, $"'{key}' of a condition of {_action.Subject} is {what}.", remedy);
}
