using Microsoft.AspNetCore.Authorization;
using RbacGrains.Client;

namespace RbacGrains.Grains.Tests.CallFilters;

/// <summary>Attributes on methods. Its key is <c>organization/name</c>.</summary>
[Alias("test.document")]
public interface IDocumentGrain : IGrainWithStringKey
{
    [Alias("Open")]
    Task<string?> Open();

    [Alias("Read"), RequireAction("files:read")]
    Task<string?> Read();

    [Alias("Rename")]
    Task<string?> Rename();

    [Alias("Edit"), RequireArea("docs", Level.Edit)]
    Task<string?> Edit();

    [Alias("Both"), RequireAction("files:read"), RequireAction("files:share")]
    Task<string?> Both();

    [Alias("Either"), RequireAnyAction("files:share", "files:write")]
    Task<string?> Either();

    [Alias("Named"), Authorize(Policy = "action:files:share")]
    Task<string?> Named();

    [Alias("Copy"), RequireAction("files:write")]
    Task<string?> Copy(string name, [Organization] string organization, [Project] string? project);

    [Alias("Unknown"), RequireAction("files:shred")]
    Task<string?> Unknown();

    [Alias("Wrong"), RequireAction("files:read")]
    Task<string?> Wrong([Organization] int organization);

    /// <summary>Reads another one from within this one.</summary>
    [Alias("Follow")]
    Task<string?> Follow(string key);

    /// <summary>Who acts in a timer that was begun by a call.</summary>
    [Alias("Later")]
    Task<string?> Later();
}

public sealed class DocumentGrain(IGrainFactory grains) : Grain, IDocumentGrain
{
    public Task<string?> Open() => Task.FromResult(ActingUser.Current);

    public Task<string?> Read() => Open();

    [RequireAction("files:write")]
    public Task<string?> Rename() => Open();

    public Task<string?> Edit() => Open();

    public Task<string?> Both() => Open();

    public Task<string?> Either() => Open();

    public Task<string?> Named() => Open();

    public Task<string?> Copy(string name, string organization, string? project) => Open();

    public Task<string?> Unknown() => Open();

    public Task<string?> Wrong(int organization) => Open();

    public Task<string?> Follow(string key) => grains.GetGrain<IDocumentGrain>(key).Read();

    public Task<string?> Later()
    {
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        this.RegisterGrainTimer(
            _ =>
            {
                seen.TrySetResult(ActingUser.Current);
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true });
        return seen.Task;
    }
}

/// <summary>What a board has by its base interface.</summary>
[Alias("test.pinnable")]
public interface IPinnable : IGrainWithStringKey
{
    [Alias("Pin")]
    Task<string?> Pin();
}

/// <summary>An attribute on an interface, which is the only guard of what it inherits.</summary>
[Alias("test.board")]
[RequireArea("board", Level.Read)]
public interface IBoardGrain : IPinnable
{
    [Alias("Look")]
    Task<string?> Look();
}

public sealed class BoardGrain : Grain, IBoardGrain
{
    public Task<string?> Look() => Task.FromResult(ActingUser.Current);

    public Task<string?> Pin() => Look();
}

/// <summary>Guarded by its class; belongs to whom it was given.</summary>
[Alias("test.ledger")]
public interface ILedgerGrain : IGrainWithGuidKey
{
    [Alias("Look")]
    Task<string?> Look();
}

/// <summary>Says whose a ledger is.</summary>
public interface ILedgerOwners
{
    string? OwnerOf(Guid ledger);
}

[RequireAction("files:read")]
public sealed class LedgerGrain(ILedgerOwners owners) : Grain, ILedgerGrain, IOwnedByOrganization
{
    public string? Organization => owners.OwnerOf(this.GetPrimaryKey());

    public Task<string?> Look() => Task.FromResult(ActingUser.Current);
}

/// <summary>Its key says nothing of an organization.</summary>
[Alias("test.counter")]
[RequireAction("files:read")]
public interface ICounterGrain : IGrainWithIntegerKey
{
    [Alias("Look")]
    Task<string?> Look();

    [Alias("Add"), WhereTheCallerActs]
    Task<string?> Add();
}

public sealed class CounterGrain : Grain, ICounterGrain
{
    public Task<string?> Add() => Look();

    public Task<string?> Look() => Task.FromResult(ActingUser.Current);
}

/// <summary>A key of a number and a text.</summary>
[Alias("test.shelf")]
[RequireAction("files:read")]
public interface IShelfGrain : IGrainWithIntegerCompoundKey
{
    [Alias("Look")]
    Task<string?> Look();
}

public sealed class ShelfGrain : Grain, IShelfGrain
{
    public Task<string?> Look() => Task.FromResult(ActingUser.Current);
}

/// <summary>A grain of an organization that lives by Letta's model.</summary>
[Alias("test.agents")]
public interface IAgentsGrain : IGrainWithStringKey
{
    [Alias("Delete"), RequireAction("agents:delete")]
    Task<string?> Delete();
}

public sealed class AgentsGrain : Grain, IAgentsGrain
{
    public Task<string?> Delete() => Task.FromResult(ActingUser.Current);
}
