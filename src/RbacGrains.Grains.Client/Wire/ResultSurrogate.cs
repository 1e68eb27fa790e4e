using Orleans.Serialization.Cloning;

namespace RbacGrains.Grains;

/// <summary>A <see cref="Result{T}"/> on the wire.</summary>
[GenerateSerializer]
[Alias("rbac.result_surrogate`1")]
internal struct ResultSurrogate<T>
{
    [Id(0)]
    public T? Value;

    [Id(1)]
    public Error? Error;
}

/// <summary>Turns results into what travels, and back.</summary>
[RegisterConverter]
internal sealed class ResultConverter<T> : IConverter<Result<T>, ResultSurrogate<T>>
{
    public Result<T> ConvertFromSurrogate(in ResultSurrogate<T> surrogate) =>
        surrogate.Error is { } error ? error : surrogate.Value!;

    public ResultSurrogate<T> ConvertToSurrogate(in Result<T> value) => new() { Value = value.Value, Error = value.Error };
}

/// <summary>Results are immutable: within a silo they pass as they are.</summary>
[RegisterCopier]
internal sealed class ResultCopier<T> : IDeepCopier<Result<T>>, IOptionalDeepCopier
{
    public bool IsShallowCopyable() => true;

    public Result<T> DeepCopy(Result<T> input, CopyContext context) => input;

    object? IDeepCopier.DeepCopy(object? input, CopyContext context) => input;
}
