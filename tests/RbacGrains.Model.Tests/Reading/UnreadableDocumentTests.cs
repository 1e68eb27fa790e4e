using System.Text;

namespace RbacGrains.Model.Tests.Reading;

public sealed class UnreadableDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# nothing but words\n")]
    public void An_empty_document_is_told_how_to_begin(string yaml)
    {
        var problem = Assert.Single(ModelReader.Read(yaml).Problems);

        Assert.Equal((1, 1, "The document is empty."), (problem.Line, problem.Column, problem.Message));
    }

    [Theory]
    [InlineData("- model", "The document is a list, not a mapping.")]
    [InlineData("model", "The document is text, not a mapping.")]
    public void A_document_is_a_mapping(string yaml, string message) =>
        Assert.Equal(message, Assert.Single(ModelReader.Read(yaml).Problems).Message);

    [Theory]
    [InlineData("model: shop\ntitle: [a\nversion: 1\n")]
    [InlineData("model: shop\n\ttitle: x\n")]
    [InlineData("model: \"shop\n")]
    [InlineData("%YAML 9.9\n---\nmodel: shop\n")]
    public void What_is_not_YAML_is_a_problem_with_its_place_and_no_exception(string yaml)
    {
        var reading = ModelReader.Read(yaml);

        Assert.Null(reading.Model);
        Assert.Contains(reading.Problems, problem => problem.Message.StartsWith("This is not YAML", StringComparison.Ordinal));
        Assert.All(reading.Problems, problem => Assert.InRange(problem.Line, 1, 5));
    }

    [Fact]
    public void A_document_larger_than_a_mebibyte_of_UTF_8_is_refused()
    {
        var fits = "# " + new string('ä', (ModelReader.MaxBytes - 2) / 2);

        Assert.Contains("empty", Assert.Single(ModelReader.Read(fits).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("larger", Assert.Single(ModelReader.Read(fits + "a").Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{ a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused_without_reading_on(string opening)
    {
        var yaml = new StringBuilder().Insert(0, opening, 100_000).ToString();

        var problem = Assert.Single(ModelReader.Read(yaml).Problems);

        Assert.Contains("nested more than 16 deep", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_starts_with_a_byte_order_mark_if_it_likes() =>
        Assert.Empty(ModelReader.Read('\uFEFF' + Mistakes.Document).Problems);

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_no_exception()
    {
        var missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.Contains("cannot be read", Assert.Single(ModelReader.ReadFile(missing).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_as_UTF_8_and_nothing_else()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Mistakes.Document);
            Assert.Equal("shop", ModelReader.ReadFile(path).Model?.Name);
            File.WriteAllBytes(path, [.. "title: "u8, 0xE4, 0x0A]);
            Assert.Equal("The document is not UTF-8.", Assert.Single(ModelReader.ReadFile(path).Problems).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
