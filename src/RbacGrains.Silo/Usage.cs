using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>What the program says about itself.</summary>
internal static class Usage
{
    /// <summary>The text of <c>--help</c>.</summary>
    public const string Text = """
        RbacGrains.Silo: the permission service as one node of a cluster.

          --development               one node, on the SQLite file data/rbac-grid.db; no server needed
          --demo                      fill three organizations, and print calls to try
          --healthcheck <url>         ask a running node's URL; exit code 0 when it answers 200, else 1
          --urls <url>                where to serve HTTP; http://127.0.0.1:5080 by default

          --Rbac:RootKey <key>        the key that may do everything, the same on every node
          --Rbac:Database:ConnectionString <string>
                                      the PostgreSQL database that the nodes share
          --Rbac:Database:MigrateOnStart true
                                      create and migrate its schema; else 'rbac db migrate --grid' does that
          --Rbac:Database:Provider    postgres; with --development, sqlite
          --Rbac:ClusterId <name>     the cluster; rbac by default
          --Rbac:ServiceId <name>     whose state it is, for ever; rbac by default
          --Rbac:AdvertisedAddress <address>
                                      where the other nodes reach this one; by default the address of this machine's name
          --Rbac:SiloPort <port>      for the other nodes; 11111 by default
          --Rbac:GatewayPort <port>   for Orleans clients; 30000 by default, 0 for none
          --Rbac:LeaseDuration 00:00:05
                                      how long a node answers from memory after it was last seen to be a member
          --Rbac:Membership:ProbeTimeout 00:00:02, :MissedProbes 3, :Votes 2, :HeartbeatPeriod 00:00:05
                                      how soon the cluster gives a silent node up
          --Rbac:Drain:Delay 00:00:05, :Timeout 00:00:30
                                      how long it serves on as not ready after SIGTERM; how long it may take to go then
          --Rbac:Models <folder>      a folder of further authorization models (*.yaml), the same on every node
          --Rbac:PublicUrl <url>      where clients reach the service, for the AuthZEN metadata

        """ + ServingUsage.Text + """


        Each of these can also be set in appsettings.json or the environment (Rbac__RootKey). Traces and metrics go to
        OTEL_EXPORTER_OTLP_ENDPOINT where that is set. Exit codes: 0 after a stop that was asked for, 1 when it could not start,
        2 for mistakes in the configuration or a model file.
        """;
}
