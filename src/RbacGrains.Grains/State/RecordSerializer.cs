using Orleans.Storage;

namespace RbacGrains.Grains;

/// <summary>Lets records say themselves how they are stored.</summary>
internal sealed class RecordSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(((IStoredRecord)input!).Serialize());

    public T Deserialize<T>(BinaryData input)
    {
        var record = Activator.CreateInstance<T>();
        ((IStoredRecord)record!).Deserialize(input.ToMemory().Span);
        return record;
    }
}
