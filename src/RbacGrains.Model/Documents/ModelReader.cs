using System.Text;

namespace RbacGrains.Model;

/// <summary>Reads authorization models from YAML documents and reports every mistake of a document at once.</summary>
public static class ModelReader
{
    /// <summary>The most bytes of UTF-8 that a document may have: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one document.</summary>
    /// <param name="yaml">The document, of at most <see cref="MaxBytes"/> bytes in UTF-8.</param>
    public static ModelReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (Encoding.UTF8.GetByteCount(yaml) > MaxBytes) return TooLarge();
        var problems = new ProblemList();
        var root = DocumentTree.Parse(yaml, problems);
        var model = root is null ? null : ModelAssembly.Read(root, problems);
        return problems.IsEmpty ? new ModelReading(model! with { Document = yaml }, []) : new ModelReading(null, problems.InDocumentOrder());
    }

    /// <summary>Reads one document from a file. A file that cannot be read is a problem of the answer, too.</summary>
    /// <param name="path">The file: UTF-8, of at most <see cref="MaxBytes"/> bytes.</param>
    public static ModelReading ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MaxBytes) return TooLarge();
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Refused("The document is not UTF-8.", "Save it in UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused($"The file cannot be read: {exception.Message}", "Name a file that exists and may be read.");
        }
    }

    private static ModelReading TooLarge() =>
        Refused($"The document is larger than {MaxBytes} bytes.", "Split it: one model describes one product.");

    private static ModelReading Refused(string message, string remedy) =>
        new(null, [new ModelProblem(1, 1, message, remedy)]);
}
