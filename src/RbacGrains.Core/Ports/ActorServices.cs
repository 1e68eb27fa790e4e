using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a host gives to every actor.</summary>
/// <param name="Actors">The other actors.</param>
/// <param name="Policies">Policies for evaluation.</param>
/// <param name="AuditLog">What changes have left behind.</param>
/// <param name="Models">The authorization models that the service knows.</param>
/// <param name="Clock">The time.</param>
public sealed record ActorServices(
    IActors Actors, IPolicySource Policies, IAuditLog AuditLog, ModelCatalog Models, TimeProvider Clock);
