using System.Text.Json;
using System.Text.RegularExpressions;

namespace RbacGrains.Model.Tests.Reading;

/// <summary>The published JSON Schema and the reader cannot drift apart.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ShippedModels.Schema).RootElement;

    private static readonly string[] Inner =
        ["administration", "area", "condition", "conditional_action", "gate", "level", "matrix_row", "other_property", "plan", "preset", "role", "sub_area"];

    public static TheoryData<string> Sections => [.. Inner.Prepend("")];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Schema_and_reader_know_the_same_keys_and_require_the_same(string name)
    {
        var definition = Definition(name);
        var section = SectionOf(name);

        Assert.Equal(
            section.Keys.Order(StringComparer.Ordinal),
            definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            section.Required.Order(StringComparer.Ordinal),
            definition.TryGetProperty("required", out var required)
                ? required.EnumerateArray().Select(key => key.GetString()!).Order(StringComparer.Ordinal)
                : []);
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Every_object_of_the_schema_with_keys_of_its_own_is_a_section_of_the_reader() =>
        Assert.Equal(
            Inner,
            Schema.GetProperty("$defs").EnumerateObject()
                .Where(definition => definition.Value.TryGetProperty("properties", out _))
                .Select(definition => definition.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("api_keys")]
    [InlineData("a-b-testing")]
    [InlineData("Admin")]
    [InlineData("a--b")]
    [InlineData("_a")]
    [InlineData("a b")]
    [InlineData("")]
    public void Schema_and_reader_agree_on_what_a_slug_is(string text)
    {
        var slug = Definition("slug");

        Assert.Equal(Slug.IsValid(text), Regex.IsMatch(text, slug.GetProperty("pattern").GetString()!));
        Assert.Equal(Slug.MaxLength, slug.GetProperty("maxLength").GetInt32());
    }

    [Fact]
    public void Every_action_of_the_shipped_models_has_the_form_that_the_schema_gives()
    {
        var form = new Regex(Definition("action").GetProperty("pattern").GetString()!);

        Assert.All(ShippedModels.Load().All.SelectMany(model => model.Actions.Names), action => Assert.Matches(form, action));
    }

    private static JsonElement Definition(string name) =>
        name.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(name);

    private static DocumentSection SectionOf(string name) => name switch
    {
        "" => DocumentSections.Document,
        "plan" => DocumentSections.Plan,
        "level" => DocumentSections.Level,
        "area" => DocumentSections.Area,
        "sub_area" => DocumentSections.SubArea,
        "role" => DocumentSections.Role,
        "conditional_action" => DocumentSections.ConditionalAction,
        "condition" => DocumentSections.Condition,
        "other_property" => DocumentSections.OtherProperty,
        "preset" => DocumentSections.Preset,
        "gate" => DocumentSections.Gate,
        "matrix_row" => DocumentSections.MatrixRow,
        _ => DocumentSections.Administration,
    };
}
