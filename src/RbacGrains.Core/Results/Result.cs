using System.Diagnostics.CodeAnalysis;

namespace RbacGrains.Core;

/// <summary>What came of a request: a value, or the error that stood in its way.</summary>
public sealed record Result<T>
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; null exactly when there is an error.</summary>
    public T? Value { get; }

    /// <summary>The error; null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>The value of a request that is known to succeed, as in tests and start-up code.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public T Require() =>
        Succeeded ? Value : throw new InvalidOperationException($"{Error.Code}: {Error.Message}");
}
