namespace RbacGrains.Crash.Tests;

/// <summary>The database that the program is started on, again and again.</summary>
/// <param name="Provider">Its kind, as the configuration calls it.</param>
/// <param name="ConnectionString">Where it is.</param>
/// <param name="Folder">Where the program runs.</param>
internal sealed record ServerDatabase(string Provider, string ConnectionString, string Folder);
