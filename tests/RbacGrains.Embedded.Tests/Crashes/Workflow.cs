namespace RbacGrains.Embedded.Tests.Crashes;

/// <summary>A change that is made of several writes, or of one.</summary>
/// <param name="Prepare">What must be there before.</param>
/// <param name="Act">The change; it may be repeated.</param>
/// <param name="Done">Asserts that it was made, once.</param>
internal sealed record Workflow(Func<World, Task> Prepare, Func<World, Task> Act, Func<World, Task> Done);
