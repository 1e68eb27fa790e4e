using Microsoft.JSInterop;

namespace RbacGrains.AdminConsole;

/// <summary>What pages have the browser do (people.js).</summary>
internal static class BrowserCalls
{
    /// <summary>Saves a text as a file.</summary>
    public static async ValueTask Download(this IJSRuntime browser, string name, string text)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        using var stream = new DotNetStreamReference(bytes);
        await browser.InvokeVoidAsync("rbacPeople.download", name, stream);
    }

    /// <summary>Puts a text on the clipboard.</summary>
    /// <returns>Whether the browser lets it.</returns>
    public static ValueTask<bool> Copy(this IJSRuntime browser, string text) => browser.InvokeAsync<bool>("rbacPeople.copy", text);

    /// <summary>Gives the focus to the first element of a selector, where there is one.</summary>
    public static ValueTask Focus(this IJSRuntime browser, string selector) => browser.InvokeVoidAsync("rbacPeople.focus", selector);

    /// <summary>The text of a field, however long: it does not come as one message.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="field">The field.</param>
    /// <param name="most">The most bytes that are taken.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when it is longer.</returns>
    public static async Task<string?> Read(
        this IJSRuntime browser, Microsoft.AspNetCore.Components.ElementReference field, long most, CancellationToken cancellationToken)
    {
        await using var reference = await browser.InvokeAsync<IJSStreamReference>("rbacPeople.text", cancellationToken, field);
        if (reference.Length > most) return null;
        await using var stream = await reference.OpenReadStreamAsync(most, cancellationToken);
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
