using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace RbacGrains.Client;

/// <summary>One request of the API, from which a message is made for each attempt.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query, relative to the service's address and escaped.</param>
/// <param name="Caller">On whose behalf it is made.</param>
internal sealed record HttpCall(HttpMethod Method, string Path, Caller Caller)
{
    /// <summary>The organization that is asked; null where it is none. A caller who cannot exist does not belong to it.</summary>
    public string? Organization { get; init; }

    /// <summary>The body as JSON; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Name, reason and conditions of a change; null for what takes none.</summary>
    public ChangeContext? Change { get; init; }

    /// <summary>Whether it is one of AuthZEN, which answers errors in plain text unless it is asked for problems.</summary>
    public bool IsAuthZen { get; init; }

    /// <summary>A read.</summary>
    public static HttpCall Get(string path, Caller caller, string? organization = null) =>
        new(HttpMethod.Get, path, caller) { Organization = organization };

    /// <summary>A change.</summary>
    public static HttpCall Of(HttpMethod method, string path, string organization, ChangeContext change, byte[]? body = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(method, path, change.Caller) { Organization = organization, Change = change, Body = body };
    }

    /// <summary>The message. Whatever stands in its headers has been found to be fit for one.</summary>
    public HttpRequestMessage Message(string key)
    {
        var message = new HttpRequestMessage(Method, Path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Add(message, "Rbac-Actor", Caller.User);
        if (IsAuthZen) Add(message, "Accept", $"{MediaTypeNames.Application.Json}, {MediaTypeNames.Application.ProblemJson}");
        if (Body is not null)
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        if (Change is null) return message;
        Add(message, "Idempotency-Key", Change.OperationId);
        Add(message, "Rbac-Reason", Change.Reason);
        Add(message, "Rbac-If-Allowed", Change.RequiredAction);
        if (Change.ExpectedVersion is 0) Add(message, "If-None-Match", "*");
        else Add(message, "If-Match", Change.ExpectedVersion is { } version ? string.Create(CultureInfo.InvariantCulture, $"\"{version}\"") : null);
        return message;
    }

    private static void Add(HttpRequestMessage message, string header, string? value)
    {
        if (!string.IsNullOrEmpty(value)) message.Headers.TryAddWithoutValidation(header, value);
    }
}
