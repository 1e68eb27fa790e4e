using Microsoft.AspNetCore.Components;

namespace RbacGrains.AdminConsole;

/// <summary>
/// What pages of an organization have in common; their routes begin with <c>/console/{Organization}/</c>. They are shown only once the
/// organization was read, and only to whom their <see cref="NeedsAttribute"/> is for.
/// </summary>
public abstract class OrganizationPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>The organization's id, from the address.</summary>
    [Parameter] public string Organization { get; set; } = "";

    /// <summary>The organization as it was when the page was opened, or last read again.</summary>
    [CascadingParameter] public ConsoleOrganization Current { get; set; } = null!;

    /// <summary>Who has signed in.</summary>
    [Inject] protected ConsoleSession Session { get; set; } = null!;

    /// <summary>Short messages.</summary>
    [Inject] protected Toasts Toasts { get; set; } = null!;

    /// <summary>Ends what the page has under way when it is closed.</summary>
    protected CancellationToken Closed => _closing.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    /// <param name="disposing">True; there is nothing to finalize.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _closing.Cancel();
        _closing.Dispose();
    }
}
