using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>One change of the audit log in words.</summary>
/// <param name="Icon">The name of its Material Symbol.</param>
/// <param name="Tone"><c>good</c> for what came, <c>bad</c> for what went, <c>info</c> for what changed.</param>
/// <param name="Text">What was done, as a sentence without its full stop: "ada made bob an Editor (was Analyst)".</param>
/// <param name="Lines">What differs, where the sentence does not say it all.</param>
public sealed record AuditSentence(string Icon, string Tone, string Text, ImmutableArray<AccessChange> Lines);
