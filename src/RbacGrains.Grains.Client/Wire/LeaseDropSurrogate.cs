namespace RbacGrains.Grains;

/// <summary>A <see cref="LeaseDrop"/> on the wire.</summary>
[GenerateSerializer]
[Immutable]
[Alias("rbac.lease_drop_surrogate")]
internal struct LeaseDropSurrogate
{
    [Id(0)]
    public long Number;

    [Id(1)]
    public LeaseKind Kind;

    [Id(2)]
    public string Id;
}

/// <summary>Turns drops into what travels, and back.</summary>
[RegisterConverter]
internal sealed class LeaseDropConverter : IConverter<LeaseDrop, LeaseDropSurrogate>
{
    public LeaseDrop ConvertFromSurrogate(in LeaseDropSurrogate surrogate) => new(surrogate.Number, surrogate.Kind, surrogate.Id);

    public LeaseDropSurrogate ConvertToSurrogate(in LeaseDrop value) => new() { Number = value.Number, Kind = value.Kind, Id = value.Id };
}
