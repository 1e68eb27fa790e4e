namespace RbacGrains.AdminConsole.Tests;

// The test classes of a collection share a program and a browser, and are run one by one; collections are run beside each other.

/// <summary>What is in no other collection.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    /// <summary>Its name.</summary>
    public const string Name = "console";
}

/// <summary>What is done by keyboard alone.</summary>
[CollectionDefinition(Name)]
public sealed class KeyboardCollection : ICollectionFixture<ConsoleFixture>
{
    /// <summary>Its name.</summary>
    public const string Name = "keyboard";
}

/// <summary>The pages of administrators.</summary>
[CollectionDefinition(Name)]
public sealed class AdministrationCollection : ICollectionFixture<ConsoleFixture>
{
    /// <summary>Its name.</summary>
    public const string Name = "administration";
}
