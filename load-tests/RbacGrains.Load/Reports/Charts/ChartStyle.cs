namespace RbacGrains.Load;

/// <summary>The colors of charts and what is around them, light or dark as whoever looks at them has it.</summary>
internal static class ChartStyle
{
    /// <summary>The colors, as a style sheet's variables.</summary>
    public const string Colors = """
        :root { color-scheme: light dark; --back: #ffffff; --card: #f6f7f9; --text: #1b1f24; --soft: #5b6470; --rule: #d9dde3;
          --a: #1f6fd0; --b: #b45309; --c: #c02626; --d: #15803d; --e: #7c3aed; --f: #0e7490; --g: #be185d; --h: #57534e; }
        @media (prefers-color-scheme: dark) { :root { --back: #14171b; --card: #1c2026; --text: #e7eaee; --soft: #9aa4b1; --rule: #333a43;
          --a: #6cb0ff; --b: #f0a94a; --c: #ff7b72; --d: #5fd38a; --e: #b79cff; --f: #4fd1e0; --g: #ff8ac2; --h: #c9c4bd; } }
        """;

    /// <summary>What lines and their marks look like.</summary>
    public const string Lines = """
        svg text { fill: var(--soft); font-size: 11px; }
        .grid { stroke: var(--rule); stroke-width: 1; } .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        .a { --color: var(--a); } .b { --color: var(--b); } .c { --color: var(--c); } .d { --color: var(--d); }
        .e { --color: var(--e); } .f { --color: var(--f); } .g { --color: var(--g); } .h { --color: var(--h); }
        .line { stroke: var(--color); } circle { fill: var(--color); } .b.line, .f.line { stroke-dasharray: 6 3; }
        .d.line, .h.line { stroke-dasharray: 2 3; }
        """;
}
