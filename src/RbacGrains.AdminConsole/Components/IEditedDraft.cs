namespace RbacGrains.AdminConsole.Components;

/// <summary>Something of an organization as it is edited.</summary>
public interface IEditedDraft
{
    /// <summary>The id that it has, or is to have.</summary>
    string Id { get; }

    /// <summary>The title that it is to have, as it was typed.</summary>
    string Title { get; }

    /// <summary>Whether nothing of it is saved yet.</summary>
    bool IsNew { get; }

    /// <summary>Whether saving would change anything.</summary>
    bool HasChanges { get; }
}
