using System.Text;
using System.Text.Json;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.WireProtocol;

namespace RbacGrains.Grains;

/// <summary>
/// Puts contract types on the wire as a name of <see cref="ContractTypes"/> and JSON: fields may be added on either side of a rolling
/// upgrade, and are told apart by name. They are immutable, so a call within a silo passes them as they are. What is called
/// most (a check) has codecs of its own, see <see cref="ResultSurrogate{T}"/>.
/// </summary>
internal sealed class ContractCodec : IGeneralizedCodec, IGeneralizedCopier, ITypeFilter
{
    /// <summary>The codec's own name on the wire.</summary>
    public const string WireName = "rbac";

    private static readonly Type Self = typeof(ContractCodec);

    bool IGeneralizedCodec.IsSupportedType(Type type) => type == Self || ContractTypes.Contains(type);

    bool IGeneralizedCopier.IsSupportedType(Type type) => ContractTypes.Contains(type);

    bool? ITypeFilter.IsTypeAllowed(Type type) => type == Self || ContractTypes.Contains(type) ? true : null;

    object? IDeepCopier.DeepCopy(object? input, CopyContext context) => input;

    void IFieldCodec.WriteField<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, object? value)
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType!, value)) return;
        writer.WriteFieldHeader(fieldIdDelta, expectedType!, Self, WireType.TagDelimited);
        WriteBytes(ref writer, 0, Encoding.UTF8.GetBytes(ContractTypes.NameOf(value!.GetType())));
        WriteBytes(ref writer, 1, JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.TypeInfo(value.GetType())));
        writer.WriteEndObject();
    }

    object? IFieldCodec.ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.IsReference) return ReferenceCodec.ReadReference(ref reader, field.FieldType);
        field.EnsureWireTypeTagDelimited();
        var reference = ReferenceCodec.CreateRecordPlaceholder(reader.Session);
        Type? type = null;
        object? value = null;
        uint id = 0;
        while (true)
        {
            var header = reader.ReadFieldHeader();
            if (header.IsEndBaseOrEndObject) break;
            id += header.FieldIdDelta;
            switch (id)
            {
                case 0:
                    type = ContractTypes.Find(Encoding.UTF8.GetString(ReadBytes(ref reader)));
                    break;
                case 1 when type is not null:
                    value = JsonSerializer.Deserialize(ReadBytes(ref reader), ContractJson.TypeInfo(type));
                    break;
                default:
                    reader.ConsumeUnknownField(header);
                    break;
            }
        }
        ReferenceCodec.RecordObject(reader.Session, value!, reference);
        return value ?? throw new SerializerException("A contract value came without its name or its content.");
    }

    private static void WriteBytes<TBufferWriter>(ref Writer<TBufferWriter> writer, uint field, byte[] bytes)
        where TBufferWriter : System.Buffers.IBufferWriter<byte>
    {
        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeaderExpected(field, WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes<TInput>(ref Reader<TInput> reader)
    {
        ReferenceCodec.MarkValueField(reader.Session);
        return reader.ReadBytes(reader.ReadVarUInt32());
    }
}
