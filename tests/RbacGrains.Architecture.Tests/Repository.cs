using System.Reflection;
using System.Xml.Linq;

namespace RbacGrains.Architecture.Tests;

/// <summary>The projects as their files declare them.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!);

    /// <summary>Every project below a folder by its name.</summary>
    public static IReadOnlyList<Project> Projects(string folder) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project.Read)]
            : [];

    public static Project Find(string name) => Projects("src").Concat(Projects("tests")).Concat(Projects("load-tests")).Concat(Projects("samples")).Single(project => project.Name == name);

    public static Project Source(string name) => Projects("src").Single(project => project.Name == name);
}

/// <summary>A project file.</summary>
internal sealed record Project(string Name, string Folder, IReadOnlyList<string> Packages, IReadOnlyList<string> References)
{
    public static Project Read(string file)
    {
        var items = XDocument.Load(file).Descendants().ToList();
        return new Project(
            Path.GetFileNameWithoutExtension(file),
            Path.GetDirectoryName(file)!,
            [.. items.Where(item => item.Name.LocalName == "PackageReference").Select(item => item.Attribute("Include")!.Value)],
            [.. items.Where(item => item.Name.LocalName == "ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/')))]);
    }

    /// <summary>Its C# files, without those that the build makes.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories);

    /// <summary>It and every project that it needs, however indirectly.</summary>
    public IEnumerable<Project> WithReferences() =>
        References.Select(Repository.Find).SelectMany(project => project.WithReferences()).Prepend(this).DistinctBy(project => project.Name);

    public override string ToString() => Name;
}
