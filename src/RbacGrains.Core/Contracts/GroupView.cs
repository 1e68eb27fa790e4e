using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A group of an organization's members.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="Role">The role that its members hold through it; null for none.</param>
/// <param name="Grants">What its members are granted beside that role.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="Version">Counts its changes, from 1; never the same for two groups that had the id one after the other.</param>
/// <param name="PolicyVersion">The version of the policy that it is judged by.</param>
public sealed record GroupView(
    string Id,
    string Organization,
    string Title,
    string Description,
    string? Role,
    Grants Grants,
    int Members,
    long Version,
    long PolicyVersion);
