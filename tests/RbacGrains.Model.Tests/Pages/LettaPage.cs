namespace RbacGrains.Model.Tests.Pages;

/// <summary>The page's role table, row for row. Its check marks are those that DESIGN.md restores.</summary>
public static class LettaPage
{
    public const string Table =
        """
        | Permission | Analyst | Editor | Admin |
        | --- | :---: | :---: | :---: |
        | Read projects, agents, data sources, tools, templates | ✓ | ✓ | ✓ |
        | Message agents | ✓ | ✓ | ✓ |
        | Create/update/delete projects and templates |  | ✓ | ✓ |
        | Create/update/delete agents |  | ✓ | ✓ |
        | Create/update/delete data sources and tools |  | ✓ | ✓ |
        | Create/read API keys |  | ✓ | ✓ |
        | Update organization environment variables |  | ✓ | ✓ |
        | Delete API keys |  |  | ✓ |
        | Manage users and organization settings |  |  | ✓ |
        | Manage billing and integrations |  |  | ✓ |

        """;
}
