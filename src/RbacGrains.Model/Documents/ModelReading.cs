using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>What came of reading a document: the model, or all that is wrong with it.</summary>
/// <param name="Model">The model; null when there are problems.</param>
/// <param name="Problems">Every mistake in the order of the document; empty when there is a model.</param>
public sealed record ModelReading(AuthorizationModel? Model, ImmutableArray<ModelProblem> Problems);
