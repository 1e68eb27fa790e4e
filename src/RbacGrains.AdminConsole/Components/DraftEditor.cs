using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace RbacGrains.AdminConsole.Components;

/// <summary>
/// What the editors of groups and roles have in common: they hold a draft, show what it would change once somebody has paused, save it once, meet
/// what somebody else has saved meanwhile, and ask before anything is lost.
/// </summary>
public abstract class DraftEditor<TDraft> : ComponentBase, IDisposable
    where TDraft : class, IEditedDraft
{
    private readonly CancellationTokenSource _closing = new();
    private Debounce _looking = null!;
    private TDraft _fresh = null!;
    private bool _isLeaving;

    /// <summary>Where.</summary>
    [Parameter, EditorRequired] public ConsoleOrganization Organization { get; set; } = null!;

    /// <summary>What is edited, as it is at the beginning.</summary>
    [Parameter, EditorRequired] public TDraft Draft { get; set; } = null!;

    /// <summary>Who edits.</summary>
    [Inject] protected ConsoleSession Session { get; set; } = null!;

    /// <summary>The address.</summary>
    [Inject] protected NavigationManager Location { get; set; } = null!;

    /// <summary>Asks.</summary>
    [Inject] protected DialogService Dialogs { get; set; } = null!;

    /// <summary>Short messages.</summary>
    [Inject] protected Toasts Toasts { get; set; } = null!;

    /// <summary>The time.</summary>
    [Inject] protected TimeProvider Clock { get; set; } = null!;

    /// <summary>What it is, in a word, and where they are listed with an s behind it.</summary>
    protected abstract string Noun { get; }

    /// <summary>Whether the person may change it.</summary>
    protected virtual bool MayManage => true;

    /// <summary>Whether it cannot be saved as it is.</summary>
    protected virtual bool IsBlocked => Edited.Title.Trim().Length == 0;

    /// <summary>What is chosen now.</summary>
    protected TDraft Edited { get; private set; } = null!;

    /// <summary>The change to look at; null while there is none.</summary>
    protected PreviewedChange? Preview { get; private set; }

    /// <summary>Why it was not saved, or cannot be; null when nothing is known to stand in the way.</summary>
    protected Error? Problem { get; private set; }

    /// <summary>What somebody else has saved meanwhile; null when nobody has.</summary>
    protected ImmutableArray<AccessChange>? Theirs { get; private set; }

    /// <summary>Whether it waits for a pause in what is typed.</summary>
    protected bool IsPausing { get; private set; }

    /// <summary>Whether it is being saved.</summary>
    protected bool IsSaving { get; private set; }

    /// <summary>Whether the last thing that happened is that it was saved.</summary>
    protected bool IsSaved { get; private set; }

    /// <summary>Whether nothing of it is saved yet.</summary>
    protected bool IsNew => Edited.IsNew;

    /// <summary>Whether there is something to save.</summary>
    protected bool IsDirty => IsNew ? !Edited.Equals(_fresh) : Edited.HasChanges;

    /// <summary>Ends what is under way when it is closed.</summary>
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
        _looking.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _looking = new Debounce(Clock, TimeSpan.FromMilliseconds(300));
        Edited = _fresh = Draft;
    }

    /// <summary>What saving the draft would change, to be asked of the engine.</summary>
    protected abstract PreviewedChange Change();

    /// <summary>The draft of what is saved, without what was chosen on top of it.</summary>
    protected abstract TDraft WithoutChanges();

    /// <summary>Saves the draft.</summary>
    /// <returns>The draft of what is saved then.</returns>
    protected abstract Task<Result<TDraft>> Put();

    /// <summary>Reads what somebody else has saved.</summary>
    /// <returns>The same draft on top of it, and how it differs from what was read before.</returns>
    protected abstract Task<Result<(TDraft Draft, ImmutableArray<AccessChange> Theirs)>> Meet();

    /// <summary>Goes on with another draft.</summary>
    protected virtual Task Edit(TDraft draft)
    {
        if (!MayManage) return Task.CompletedTask;
        (Edited, Problem, IsSaved) = (draft, null, false);
        return Look();
    }

    /// <summary>Gives up what was chosen.</summary>
    protected Task Discard()
    {
        (Theirs, Problem) = (null, null);
        return Edit(IsNew ? _fresh : WithoutChanges());
    }

    /// <summary>Saves what was chosen.</summary>
    protected async Task Save()
    {
        if (IsSaving || !MayManage || IsBlocked) return;
        IsSaving = true;
        var wasNew = IsNew;
        var saved = await Put();
        IsSaving = false;
        Problem = null;
        if (!saved.Succeeded)
        {
            await Refused(saved.Error);
            return;
        }

        (Edited, Theirs, Preview, IsSaved, _isLeaving) = (saved.Value, null, null, true, wasNew);
        Toasts.Done($"{char.ToUpperInvariant(Noun[0])}{Noun[1..]} {(wasNew ? "made" : "saved")}");
        if (wasNew) Location.NavigateTo(Organization.PathOf($"{Noun}s/{Uri.EscapeDataString(Edited.Id)}"));
    }

    /// <summary>It was not saved.</summary>
    protected virtual async Task Refused(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (error.Code != ErrorCodes.VersionMismatch)
        {
            Problem = error;
            return;
        }

        if (IsNew)
        {
            Problem = new Error(ErrorKind.Conflict, ErrorCodes.InvalidValue, $"There is a {Noun} with the id '{Edited.Id}' already. Choose another one.");
            return;
        }

        var met = await Meet();
        if (!met.Succeeded)
        {
            Problem = met.Error;
            return;
        }

        Theirs = met.Value.Theirs;
        await Edit(met.Value.Draft);
    }

    /// <summary>The engine has been asked what it would change.</summary>
    protected void Answered(Error? problem) => Problem = problem?.Code == ErrorCodes.VersionMismatch ? null : problem;

    /// <summary>Goes to the list: there is nothing to edit any more.</summary>
    protected void Leave()
    {
        _isLeaving = true;
        Location.NavigateTo(Organization.PathOf($"{Noun}s"));
    }

    /// <summary>Asks before what is not saved is lost.</summary>
    protected async Task AskToLeave(LocationChangingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_isLeaving || !IsDirty) return;
        if (!await Confirmation.Ask(Dialogs, "Leave without saving?", "Leave", $"What you have changed of this {Noun} is not saved yet."))
            context.PreventNavigation();
    }

    // Not at each key, but once somebody has paused.
    private Task Look()
    {
        _looking.Cancel();
        (Preview, IsPausing) = (null, !IsNew && IsDirty);
        return !IsPausing ? Task.CompletedTask : _looking.Run(_ =>
        {
            (Preview, IsPausing) = (Change(), false);
            return Task.CompletedTask;
        });
    }
}
