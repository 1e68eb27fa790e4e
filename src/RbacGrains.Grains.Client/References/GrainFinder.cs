namespace RbacGrains.Grains;

/// <summary>
/// Makes references to the grains of one interface. Orleans' own <c>GetGrain</c> works out the interface's name from its type every time, which
/// costs a good part of what a check does; here that is done once.
/// </summary>
internal sealed class GrainFinder<TGrain>(IGrainFactory grains)
    where TGrain : IGrainWithStringKey
{
    private GrainType _type;
    private GrainInterfaceType _interface;
    private volatile bool _isKnown;

    /// <summary>The grain of a key.</summary>
    public TGrain Find(string key)
    {
        if (_isKnown) return (TGrain)grains.GetGrain(GrainId.Create(_type, key), _interface);
        var first = grains.GetGrain<TGrain>(key);
        var reference = (GrainReference)(object)first;
        (_type, _interface) = (reference.GrainId.Type, reference.InterfaceType);
        _isKnown = true;
        return first;
    }
}
