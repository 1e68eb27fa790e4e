namespace RbacGrains.Core;

/// <summary>
/// A term of an organization's coordination: which of its activations may change its members' records. Each activation
/// claims a term greater than all before it, and names it in every write that it orders; the store refuses a write whose
/// term is over, so that an activation which was replaced without knowing it changes nothing any more.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Term">The term, from 1.</param>
public readonly record struct Fence(string Organization, long Term);
