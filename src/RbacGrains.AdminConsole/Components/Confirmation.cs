using Microsoft.AspNetCore.Components;
using Radzen;

namespace RbacGrains.AdminConsole;

/// <summary>Asks before something that cannot be taken back. Names that people have chosen are text in it, whatever they are.</summary>
public static class Confirmation
{
    /// <summary>Asks.</summary>
    /// <param name="dialogs">Where it is shown.</param>
    /// <param name="title">What is about to happen: "Remove Ada?".</param>
    /// <param name="confirm">The word on the button that does it.</param>
    /// <param name="paragraphs">What that means; shown as text, whatever is in it.</param>
    /// <returns>Whether the person wants it.</returns>
    public static async Task<bool> Ask(DialogService dialogs, string title, string confirm, params string[] paragraphs)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        RenderFragment text = builder =>
        {
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "class", "confirmation");
            foreach (var paragraph in paragraphs)
            {
                builder.OpenElement(2, "p");
                builder.AddContent(3, paragraph);
                builder.CloseElement();
            }

            builder.CloseElement();
        };
        var options = new ConfirmOptions { OkButtonText = confirm, CancelButtonText = "Cancel", CloseDialogOnEsc = true };
        return await dialogs.Confirm(text, title, options) is true;
    }
}
