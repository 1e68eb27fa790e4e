using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace RbacGrains.Api;

/// <summary>Says in a sentence why a program did not start, where that is the world's fault and not its own.</summary>
internal static class StartFailure
{
    /// <summary>The sentence; null for a failure that nobody expected, whose stack trace is wanted.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        OptionsValidationException => failure.Message,
        ArgumentException or FormatException or InvalidDataException => failure.Message,
        // Kestrel's message names the address, and says that it is in use or not ours.
        IOException or UnauthorizedAccessException => failure.Message,
        SocketException => $"The address cannot be served: {failure.Message}.",
        _ => null,
    };
}
