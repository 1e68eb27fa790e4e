using Microsoft.EntityFrameworkCore;

namespace RbacGrains.Client.Tests.Lists;

/// <summary>An application's table of things that are in projects, or in none.</summary>
internal sealed class AgentsContext(string connection, List<string>? log = null) : DbContext
{
    public DbSet<Agent> Agents => Set<Agent>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        optionsBuilder.UseNpgsql(connection);
        if (log is not null)
            optionsBuilder.LogTo(log.Add, [Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuting]);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Agent>().ToTable("agents");
}

internal sealed class Agent
{
    public int Id { get; init; }

    public string? ProjectId { get; init; }

    public bool Hidden { get; init; }
}
