using static Microsoft.Playwright.Assertions;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>A person who has a keyboard and nothing else. Each place they come by on their way has to show that it has the focus.</summary>
internal sealed class Keys(IPage page)
{
    // More than any page of the tests has places; a way that is longer leads nowhere.
    private const int Most = 200;

    // What has the focus, in words, and what is wrong with it: a place that nobody sees, or that does not look as if it had the focus.
    private const string Look =
        """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return ['nothing', ''];
          const name = (at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 60);
          const words = `${at.tagName.toLowerCase()}${at.id ? '#' + at.id : ''} "${name}"`;
          const [box, style] = [at.getBoundingClientRect(), getComputedStyle(at)];
          const isSeen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
            || ['::before', '::after'].some(part => getComputedStyle(at, part).outlineStyle !== 'none');
          const isGiven = at.tabIndex < 0;
          return [words, !isSeen ? 'is not to be seen' : !isMarked && !isGiven ? 'does not show that it has the focus' : ''];
        }
        """;

    /// <summary>Opens a page, and waits until its heading has the focus, as the keys go there only after that.</summary>
    /// <param name="path">Its path.</param>
    public async Task Open(string path)
    {
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    /// <summary>Presses a key, or several at once as in Shift+Tab, some times over.</summary>
    public async Task Press(string key, int times = 1)
    {
        for (var press = 0; press < times; press++) await page.Keyboard.PressAsync(key);
    }

    /// <summary>Types a text where the focus is.</summary>
    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Goes on by Tab until a place has the focus; fails, naming the places on the way, where none of them is it.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="step">The key that goes on: Tab, or Shift+Tab for backwards.</param>
    public async Task To(ILocator place, string step = "Tab")
    {
        await Expect(place).ToBeVisibleAsync();
        var way = new List<string>();
        for (var press = 0; press <= Most; press++)
        {
            var seen = await page.EvaluateAsync<string[]>(Look);
            if (seen[1].Length > 0) Assert.Fail($"{seen[0]} {seen[1]}.");
            if (await place.EvaluateAsync<bool>("place => place === document.activeElement")) return;
            way.Add(seen[0]);
            await page.Keyboard.PressAsync(step);
        }

        Assert.Fail($"{step} does not lead to {place}, but by:\n{string.Join('\n', way.Distinct())}");
    }

    /// <summary>Goes on by Tab to what has a role and exactly that name.</summary>
    public Task To(AriaRole role, string name, string step = "Tab") => To(page.GetByRole(role, new() { Name = name, Exact = true }), step);

    /// <summary>Goes on by Tab to a place, and presses a key there.</summary>
    public async Task Use(ILocator place, string key = "Enter")
    {
        await To(place);
        await Press(key);
    }

    /// <summary>Goes on by Tab to what has a role and exactly that name, and presses a key there.</summary>
    public Task Use(AriaRole role, string name, string key = "Enter") => Use(page.GetByRole(role, new() { Name = name, Exact = true }), key);

    /// <summary>Goes on by Tab to a field, and types a text instead of what is in it.</summary>
    public async Task Fill(ILocator field, string text)
    {
        await To(field);
        await Press("Control+a");
        await Type(text);
    }

    /// <summary>Goes on by Tab to a list of choices, and chooses by the first letters of one.</summary>
    /// <param name="list">The list.</param>
    /// <param name="choice">The text of the choice, or how it begins.</param>
    /// <param name="value">The choice's value.</param>
    public async Task Choose(ILocator list, string choice, string value)
    {
        await To(list);
        await Type(choice);
        await Expect(list).ToHaveValueAsync(value);
    }

    /// <summary>Fails unless something on the page has the focus, and shows it.</summary>
    public async Task NotLost()
    {
        await Expect(page.Locator("body")).Not.ToBeFocusedAsync();
        var seen = await page.EvaluateAsync<string[]>(Look);
        Assert.True(seen[1].Length == 0, $"{seen[0]} {seen[1]}.");
    }
}
