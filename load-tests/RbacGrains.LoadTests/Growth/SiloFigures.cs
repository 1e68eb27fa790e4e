namespace RbacGrains.LoadTests;

/// <summary>What operations on a cluster cost.</summary>
/// <param name="Silos">How many silos it has.</param>
/// <param name="PerSecond">How many ended, a second.</param>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="OfSilos">The silos' processor time of one, all silos together.</param>
/// <param name="OfDatabase">The database's processor time of one.</param>
/// <param name="BytesBetween">What silos sent each other for one; null where the system does not say.</param>
internal sealed record SiloFigures(
    int Silos, double PerSecond, TimeSpan P50, TimeSpan P99, TimeSpan OfSilos, TimeSpan OfDatabase, double? BytesBetween);
