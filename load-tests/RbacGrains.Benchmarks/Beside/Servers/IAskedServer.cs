namespace RbacGrains.Benchmarks;

/// <summary>A server of decisions, with the rules in it, that is asked the same cases as the others.</summary>
internal interface IAskedServer : IAsyncDisposable
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Its process.</summary>
    ServerProcess Process { get; }

    /// <summary>Where a check is sent.</summary>
    string Path { get; }

    /// <summary>The key to ask with about an organization; null where none is wanted.</summary>
    string? KeyFor(Product product);

    /// <summary>A check of one case, as its documentation has it.</summary>
    string Body(Product product, BesideCase one);

    /// <summary>Whether an answer allows; null for one that is no answer to a check.</summary>
    bool? Allows(string answer, BesideCase one);
}
