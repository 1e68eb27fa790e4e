using System.Globalization;

namespace RbacGrains.Core;

/// <summary>Where an entry stands in a directory.</summary>
/// <param name="Page">The number of its page.</param>
/// <param name="Position">Its position there.</param>
internal readonly record struct DirectoryPlace(int Page, int Position)
{
    /// <summary>The token that continues behind it. Made when it is wanted: a search that finds one entry passes all the others.</summary>
    public string Token => string.Create(CultureInfo.InvariantCulture, $"{Page}-{Position}");
}
