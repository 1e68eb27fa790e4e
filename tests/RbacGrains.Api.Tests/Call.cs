using System.Text;

namespace RbacGrains.Api.Tests;

/// <summary>Makes calls with every header exactly as a test writes it.</summary>
public static class Call
{
    public static async Task<Reply> Send(
        HttpClient http, string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            if (name != "Content-Type")
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
                continue;
            }

            request.Content!.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
