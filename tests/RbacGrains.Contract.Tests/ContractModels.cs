namespace RbacGrains.Contract.Tests;

/// <summary>The models that suites run on: the shipped ones, and a workshop whose managers are no admins.</summary>
public static class ContractModels
{
    /// <summary>A model with one of everything, whose sub-areas are capped by their parents.</summary>
    public const string Workshop = "workshop";

    /// <summary>The same, where a parent's level is handed down when it is set.</summary>
    public const string Cascade = "workshop-cascade";

    /// <summary>A model whose roles give actions under conditions.</summary>
    public const string Archive = "archive";

    public static ModelCatalog Catalog { get; } =
        new([.. ShippedModels.Load().All, Read(Document(Workshop, "cap")), Read(Document(Cascade, "cascade")), Read(ArchiveDocument)]);

    private const string ArchiveDocument =
        """
        model: archive
        version: 1
        title: Archive
        plans: [{ plan: free, title: Free }, { plan: enterprise, title: Enterprise }]
        resources:
          record: [read, write, delete]
          settings: [change]
          members: [read, change]
        levels:
          - { level: none, title: None }
          - { level: read, title: Read, verbs: [view] }
        areas:
          - title: Shelf
            sub_areas: [{ title: Top }]
        roles:
          - { role: owner, title: Owner, admin: true }
          - role: editor
            title: Editor
            actions:
              - record:read
              - { action: record:write, when: { property: resource.status, not_equals: archived } }
              - { action: record:delete, when: { property: action.soft, equals: true } }
          - role: archivist
            title: Archivist
            actions:
              - record:read
              - action: record:write
                when: { all: [{ property: resource.status, equals: archived }, { property: subject.role, equals: admin }] }
          - { role: keeper, title: Keeper, actions: [record:write, settings:change] }
          - role: author
            title: Author
            actions: [{ action: record:write, when: { property: resource.owner, equals: { property: subject.id } } }, members:change, record:read]
          - { role: reader, title: Reader, actions: [record:read], areas: { shelf: read } }
        administration:
          update_organization: settings:change
          read_members: members:read
          invite_members: members:change
          change_members: members:change
        """;

    private static AuthorizationModel Read(string document)
    {
        var reading = ModelReader.Read(document);
        return reading.Model ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Document(string name, string inheritance) =>
        $$"""
        model: {{name}}
        version: 1
        title: Workshop
        inheritance: {{inheritance}}
        default_role: guest
        plans:
          - { plan: free, title: Free }
          - { plan: team, title: Team }
          - { plan: enterprise, title: Enterprise }
        resources:
          files: [read, write, share]
          members: [read, invite, change, remove]
          keys: [read]
          settings: [change]
          billing: [manage]
          audit: [read]
        levels:
          - { level: none, title: None }
          - { level: read, title: Read, verbs: [view] }
          - { level: edit, title: Edit, verbs: [view, change] }
        areas:
          - title: Docs
            sub_areas: [{ title: Drafts }, { title: Final }]
          - title: Board
        roles:
          - { role: owner, title: Owner, admin: true }
          - role: manager
            title: Manager
            actions: [files:read, files:write, members:read, members:invite, members:change, members:remove, audit:read]
            areas: { docs: edit }
          - { role: director, title: Director, actions: [files:read, settings:change, billing:manage, members:read] }
          - { role: inviter, title: Inviter, actions: [files:read, members:invite] }
          - { role: writer, title: Writer, actions: [files:read, files:write], areas: { docs: read } }
          - { role: guest, title: Guest }
          - { role: partner, title: Partner, plans: [team, enterprise], actions: [files:read, files:share], areas: { board: edit } }
          - { role: auditor, title: Auditor, plans: [enterprise], actions: [members:read, audit:read] }
        presets:
          - { title: Reviewer, areas: { docs: read, board: read } }
        gates:
          - { title: Sharing, actions: [files:share], plans: [team, enterprise] }
        administration:
          update_organization: settings:change
          change_plan: billing:manage
          delete_organization: settings:change
          read_members: members:read
          invite_members: members:invite
          change_members: members:change
          remove_members: members:remove
          manage_groups: members:change
          read_audit: audit:read
          manage_roles: members:change
        """;
}
