using RbacGrains.Api;

namespace RbacGrains.Standalone;

/// <summary>What the program says about itself.</summary>
internal static class Usage
{
    /// <summary>The text of <c>--help</c>.</summary>
    public const string Text = """
        RbacGrains.Standalone: the permission service in one process.

          --demo                     fill three organizations, and print calls to try
          --urls <url>               where to serve; http://127.0.0.1:5080 by default
          --Rbac:Provider <name>     sqlite (the default) or postgres
          --Rbac:Database <string>   an ADO.NET connection string; by default the SQLite file data/rbac.db
          --Rbac:RootKey <key>       the key that may do everything; by default one is made at the first start
          --Rbac:Models <folder>     a folder of further authorization models (*.yaml)
          --Rbac:PublicUrl <url>     where clients reach the service, for the AuthZEN metadata
          --Logging:Console:FormatterName json
                                     log as JSON instead of text

        """ + ServingUsage.Text + """


        Each of these can also be set in appsettings.json or the environment (Rbac__RootKey).
        """;
}
