namespace RbacGrains.Model.Tests;

/// <summary>docs/models.md follows the reader.</summary>
public sealed class DocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "models.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_small_model_of_the_documentation_has_no_mistakes()
    {
        var yaml = Text.Split("```yaml\n")[1].Split("```")[0];

        Assert.Empty(ModelReader.Read(yaml).Problems);
    }

    [Fact]
    public void Every_key_of_a_document_is_explained()
    {
        DocumentSection[] sections =
        [
            DocumentSections.Document, DocumentSections.Plan, DocumentSections.Level, DocumentSections.Area, DocumentSections.SubArea,
            DocumentSections.Role, DocumentSections.Preset, DocumentSections.Gate, DocumentSections.MatrixRow,
            DocumentSections.Administration, DocumentSections.ConditionalAction, DocumentSections.Condition, DocumentSections.OtherProperty,
        ];

        Assert.All(
            sections.SelectMany(section => section.Keys),
            key => Assert.True(
                Text.Contains($"`{key}`", StringComparison.Ordinal) || Text.Contains($"{key}:", StringComparison.Ordinal), key));
    }
}
