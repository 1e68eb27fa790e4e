namespace RbacGrains.Model.Tests.Pages;

/// <summary>The page's role table, row for row.</summary>
public static class HumanloopPage
{
    public const string Table =
        """
        | Permission | Member | Developer | Admin |
        | --- | :---: | :---: | :---: |
        | Create and manage Files | ✓ | ✓ | ✓ |
        | Inspect logs and feedback | ✓ | ✓ | ✓ |
        | Create and manage Evaluators | ✓ | ✓ | ✓ |
        | Run Evaluations | ✓ | ✓ | ✓ |
        | Create and manage Datasets | ✓ | ✓ | ✓ |
        | Create and manage API keys |  | ✓ | ✓ |
        | Manage prompt deployments |  | ✓ | ✓ |
        | Create and manage environments |  | ✓ | ✓ |
        | Send invites |  |  | ✓ |
        | Set user roles |  |  | ✓ |
        | Manage billing |  |  | ✓ |
        | Change Organization settings |  |  | ✓ |

        """;
}
