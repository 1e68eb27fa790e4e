namespace RbacGrains.Client;

/// <summary>
/// Names where something is to be done, where no request says it: as the resource of
/// <see cref="Microsoft.AspNetCore.Authorization.IAuthorizationService"/>, or cascaded to Blazor components.
/// </summary>
/// <param name="Organization">The organization.</param>
/// <param name="Project">The project within it; null for the organization itself.</param>
public sealed record OrganizationScope(string Organization, string? Project = null);
