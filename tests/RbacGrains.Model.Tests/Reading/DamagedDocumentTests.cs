using System.Text;

namespace RbacGrains.Model.Tests.Reading;

public sealed class DamagedDocumentTests
{
    private const string Noise = "[]{}:,-?&*!|>'\"%@`#~ \t\n\r\0\u0085\uD800aA0é";

    [Theory]
    [InlineData("letta")]
    [InlineData("humanloop")]
    [InlineData("agent-studio")]
    public void However_a_document_is_damaged_it_is_read_or_its_problems_are_told(string name)
    {
        var document = ShippedModels.Document(name)!;
        var random = new Random(name.Length);
        for (var round = 0; round < 300; round++)
        {
            var yaml = Damage(document, random);

            var reading = ModelReader.Read(yaml);

            Assert.NotEqual(reading.Model is null, reading.Problems.IsEmpty);
            var lines = yaml.Split('\n', '\r', '\u0085').Length;
            Assert.All(reading.Problems, problem =>
            {
                Assert.InRange(problem.Line, 1, lines + 1);
                Assert.InRange(problem.Column, 1, int.MaxValue);
                Assert.NotEmpty(problem.Message);
                Assert.NotEmpty(problem.Remedy);
            });
        }
    }

    private static string Damage(string document, Random random)
    {
        var yaml = new StringBuilder(document);
        for (var wounds = random.Next(1, 5); wounds > 0; wounds--)
        {
            var at = random.Next(yaml.Length);
            switch (random.Next(4))
            {
                case 0: yaml.Insert(at, Noise[random.Next(Noise.Length)]); break;
                case 1: yaml.Remove(at, Math.Min(random.Next(1, 60), yaml.Length - at)); break;
                case 2: yaml[at] = Noise[random.Next(Noise.Length)]; break;
                default: yaml.Insert(at, document.AsSpan(random.Next(document.Length - 40), 40)); break;
            }
        }
        return yaml.ToString();
    }
}
