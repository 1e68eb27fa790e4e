namespace RbacGrains.Model;

/// <summary>Reads the sections of a document, each after those that it refers to, and puts the model together.</summary>
internal static class ModelAssembly
{
    /// <summary>The model; null when anything is wrong, of which the problems then tell.</summary>
    public static AuthorizationModel? Read(DocumentNode root, ProblemList problems)
    {
        var document = new Fields(root, DocumentSections.Document, problems);
        var names = new Declarations();
        var inheritance = HeaderReader.InheritanceOf(document);
        var plans = PlansReader.Read(document, names.Plans);
        var resources = ResourcesReader.Read(document, names);
        var levels = LevelsReader.Read(document, names);
        var areas = AreasReader.Read(document, names);
        LevelsReader.CheckAgainst(areas, levels, document);
        ActionsReader.Declare(resources, levels, areas, names);
        var roles = RolesReader.Read(document, inheritance, names);
        var name = HeaderReader.Name(document);
        var version = document.Integer("version", least: 1) ?? 0;
        var title = document.Title("title");
        var description = document.Text("description");
        var source = document.Text("source");
        var denialStatus = HeaderReader.DenialStatus(document);
        var defaultRole = HeaderReader.DefaultRole(document, names);
        var presets = PresetsReader.Read(document, inheritance, names);
        var gates = GatesReader.Read(document, names);
        var matrix = MatrixReader.Read(document, levels, areas, names);
        var administration = AdministrationReader.Read(document, names);
        if (!problems.IsEmpty) return null;
        var actions = ActionsReader.Number(levels, areas, names);
        var areaTable = new AreaTable(areas);
        return new AuthorizationModel
        {
            Name = name,
            Version = version,
            Title = title,
            Description = description,
            Source = source,
            DenialStatus = denialStatus,
            Inheritance = inheritance,
            DefaultRole = defaultRole,
            Plans = plans,
            Levels = levels,
            Areas = areas,
            Resources = resources,
            Roles = roles,
            Presets = presets,
            Gates = gates,
            Matrix = matrix,
            Administration = administration,
            Actions = actions,
            AreaTable = areaTable,
            LevelTable = new LevelTable(levels, areaTable, actions),
        };
    }
}
