using Radzen;

namespace RbacGrains.AdminConsole;

/// <summary>Asks before something that cannot be taken back.</summary>
public static class ConfirmDialog
{
    /// <summary>Asks.</summary>
    /// <param name="dialogs">Where it is shown.</param>
    /// <param name="title">What is about to happen: "Remove Ada?".</param>
    /// <param name="text">What that means.</param>
    /// <param name="confirm">The word on the button that does it: "Remove".</param>
    /// <returns>Whether the person wants it.</returns>
    public static async Task<bool> Ask(DialogService dialogs, string title, string text, string confirm)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        var options = new ConfirmOptions { OkButtonText = confirm, CancelButtonText = "Cancel", CloseDialogOnEsc = true };
        return await dialogs.Confirm(text, title, options) is true;
    }
}
