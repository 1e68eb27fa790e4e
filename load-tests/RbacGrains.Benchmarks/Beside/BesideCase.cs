namespace RbacGrains.Benchmarks;

/// <summary>A question to every engine, and the only right answer to it.</summary>
/// <param name="User">Who.</param>
/// <param name="Holding">The name of what the user holds.</param>
/// <param name="Resource">The resource or area.</param>
/// <param name="Verb">What is done to it.</param>
/// <param name="Action">Both, as our model names them together.</param>
/// <param name="Project">Within which project; null for the organization itself.</param>
/// <param name="Allowed">The answer.</param>
internal sealed record BesideCase(string User, string Holding, string Resource, string Verb, string Action, string? Project, bool Allowed);
