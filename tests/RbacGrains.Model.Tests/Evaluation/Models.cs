namespace RbacGrains.Model.Tests.Evaluation;

/// <summary>A small model with one of everything, under either way of inheriting.</summary>
internal static class Models
{
    public static readonly AuthorizationModel Cap = Read("cap");

    public static readonly AuthorizationModel Cascade = Read("cascade");

    public static AuthorizationModel Read(string inheritance) => ModelReader.Read(
        $$"""
        model: small
        version: 1
        title: Small
        inheritance: {{inheritance}}
        plans:
          - { plan: free, title: Free }
          - { plan: paid, title: Paid }
        resources:
          files: [read, write, share]
          keys: [read]
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
          - { role: writer, title: Writer, actions: [files:read, files:write], areas: { docs: read } }
          - { role: guest, title: Guest }
          - { role: partner, title: Partner, plans: [paid], actions: [files:read, files:share], areas: { board: edit } }
        gates:
          - { title: Sharing, actions: [files:share], plans: [paid] }
          - { title: Changes on the board, actions: [board:change], roles: [owner, partner] }
        """).Model!;
}
