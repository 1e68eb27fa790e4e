using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Something that turns a decision, found by trying it out.</summary>
/// <param name="Steps">What is to be done, all of it; at least one step.</param>
/// <param name="After">What it comes to.</param>
/// <param name="Others">How many further actions it turns beside the one that was asked for: the fewer, the closer it fits.</param>
public sealed record Remedy(ImmutableArray<RemedyStep> Steps, Situation After, int Others)
{
    /// <summary>The steps as one sentence without its full stop.</summary>
    public string Text => string.Join(", and ", Steps.Select((step, index) => index == 0 ? step.Text : Continued(step.Text)));

    /// <summary>Where the first of the steps is done.</summary>
    public RemedyPlace Place => Steps[0].Place;

    private static string Continued(string text) => string.Concat(char.ToLowerInvariant(text[0]).ToString(), text.AsSpan(1));
}

/// <summary>One step of a remedy.</summary>
/// <param name="Place">Where it is done.</param>
/// <param name="Icon">The name of its Material Symbol.</param>
/// <param name="Text">What to do, as an imperative that begins with a capital.</param>
/// <param name="Apply">What it makes of a situation.</param>
public sealed record RemedyStep(RemedyPlace Place, string Icon, string Text, Func<Situation, Situation> Apply);

/// <summary>The pages on which remedies are done.</summary>
public enum RemedyPlace
{
    /// <summary>The member's page.</summary>
    Member,

    /// <summary>The page from which people are invited.</summary>
    Invitations,

    /// <summary>The organization's plan.</summary>
    Plan,
}
