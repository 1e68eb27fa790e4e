using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>The one place where an actor's error becomes an HTTP answer.</summary>
internal static class ErrorTranslation
{
    /// <summary>The problem that an error is.</summary>
    public static Problem ToProblem(this Error error) =>
        new(StatusOf(error), error.Code, error.Message, error.Pointer) { Extensions = error.Details };

    private static int StatusOf(Error error) => error.Kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Denied => error.DenialStatus,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, "An error of an unknown kind."),
    };
}
