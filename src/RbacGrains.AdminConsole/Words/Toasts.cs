using Radzen;

namespace RbacGrains.AdminConsole;

/// <summary>Short messages at the edge of the page.</summary>
public sealed class Toasts(NotificationService notifications)
{
    private const double SuccessMilliseconds = 4_000;
    private const double FailureMilliseconds = 12_000;

    /// <summary>Something worked.</summary>
    public void Done(string title, string text = "") => Show(NotificationSeverity.Success, title, text, SuccessMilliseconds);

    /// <summary>Something was refused.</summary>
    public void Refused(Error error)
    {
        var words = ErrorWords.Of(error);
        Show(NotificationSeverity.Error, words.Title, words.Text, FailureMilliseconds);
    }

    private void Show(NotificationSeverity severity, string title, string text, double duration) => notifications.Notify(
        new NotificationMessage
        {
            Severity = severity,
            // As content: the component library takes texts for markup, which no name that somebody has chosen is.
            SummaryContent = _ => builder => builder.AddContent(0, title),
            DetailContent = _ => builder => builder.AddContent(0, text),
            Duration = duration,
            ShowProgress = false,
        });
}
