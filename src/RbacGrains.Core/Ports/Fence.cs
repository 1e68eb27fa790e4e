namespace RbacGrains.Core;

/// <summary>
/// By which activation of an organization a write was judged. Where several processes share a store, an organization may be
/// woken up elsewhere while the process that had it still believes to have it; each activation claims the next term before it
/// changes anything, and the store refuses what was judged in an earlier one. (A fencing token; Kleppmann, "How to do
/// distributed locking", 2016.)
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Term">Counts the activations that have claimed it; only ever grows.</param>
public readonly record struct Fence(string Organization, long Term);
