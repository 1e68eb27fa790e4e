using System.Net;
using Microsoft.Extensions.Configuration;

namespace RbacGrains.Api;

/// <summary>Where a program serves, as far as its configuration says it.</summary>
/// <param name="IsDevelopment">Whether the environment is Development.</param>
/// <param name="Addresses">The addresses.</param>
internal sealed record ServingPlace(bool IsDevelopment, IReadOnlyList<string> Addresses)
{
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>Whether one of the addresses has TLS.</summary>
    public bool ServesTls => Addresses.Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    /// <summary>Why nothing that is meant for development can be offered here; null where it can.</summary>
    public string? DevelopmentObstacle => !IsDevelopment
        ? "the environment is not Development"
        : Addresses.FirstOrDefault(address => !IsLoopback(address)) is { } open
            ? $"'{open}' is not an address of this machine alone" : null;

    /// <summary>Reads it.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    public static ServingPlace Read(IConfiguration configuration, bool isDevelopment)
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? endpoint.Path);
        // A port alone is served on every address of the machine.
        var ports = Ports.Where(key => !string.IsNullOrEmpty(configuration[key])).Select(key => $"{key}={configuration[key]}");
        string[] all = [.. urls, .. endpoints, .. ports];
        return new ServingPlace(isDevelopment, all.Length == 0 ? [ProgramDefaults.Url] : all);
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
