using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>What of a request its caller may hold.</summary>
/// <param name="Users">The organizations asked about, by user.</param>
/// <param name="ByUser">The same by user.</param>
/// <param name="Policies">The organizations whose policies are asked for.</param>
/// <param name="Refused">What the caller is not to know of.</param>
internal sealed record LeaseItems(
    IReadOnlyCollection<string> Users,
    Dictionary<string, List<string>> ByUser,
    ImmutableArray<string> Policies,
    ImmutableArray<LeaseRefusal> Refused)
{
    /// <summary>
    /// Judges the caller: the service may hold everything; somebody who acts for a user, what that user may read of the members of each
    /// organization at this moment.
    /// </summary>
    public static async ValueTask<LeaseItems> Judge(
        ILeaseRecords records, Caller caller, LeaseRequest request, CancellationToken cancellationToken)
    {
        var refused = ImmutableArray.CreateBuilder<LeaseRefusal>();
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        if (!caller.IsService)
            foreach (var organization in request.Accesses.Select(key => key.Organization).Concat(request.Policies).Distinct(StringComparer.Ordinal))
                if (await records.JudgeReader(caller, organization, cancellationToken) is not null && hidden.Add(organization))
                    refused.Add(new LeaseRefusal(organization, Errors.OrganizationNotFound(organization)));

        var byUser = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (user, organization) in request.Accesses)
        {
            if (hidden.Contains(organization)) continue;
            if (!byUser.TryGetValue(user, out var organizations)) byUser.Add(user, organizations = []);
            organizations.Add(organization);
        }
        return new LeaseItems(
            byUser.Keys,
            byUser,
            [.. request.Policies.Where(organization => !hidden.Contains(organization)).Distinct(StringComparer.Ordinal)],
            refused.ToImmutable());
    }

    /// <summary>Reads all of it, every record at once.</summary>
    public async ValueTask<LeaseAnswer> Read(ILeaseRecords records, CancellationToken cancellationToken)
    {
        var memberships = ByUser
            .Select(user => (
                User: user.Key,
                Organizations: user.Value,
                Read: records.ReadMemberships(user.Key, user.Value, cancellationToken).AsTask()))
            .ToList();
        var policies = Policies
            .Select(organization => (Organization: organization, Read: records.ReadPolicy(organization, cancellationToken).AsTask()))
            .ToList();
        await Task.WhenAll([.. memberships.Select(user => (Task)user.Read), .. policies.Select(policy => (Task)policy.Read)]);

        var accesses = ImmutableArray.CreateBuilder<LeasedAccess>();
        foreach (var (user, organizations, read) in memberships)
        {
            var held = await read;
            for (var index = 0; index < organizations.Count; index++)
                accesses.Add(new LeasedAccess(user, organizations[index], held[index]?.Incarnation ?? 0, held[index]?.Access));
        }
        var described = ImmutableArray.CreateBuilder<LeasedPolicy>(policies.Count);
        foreach (var (organization, read) in policies) described.Add(Describe(organization, await read));
        return new LeaseAnswer(accesses.ToImmutable(), described.MoveToImmutable(), Refused);
    }

    private static LeasedPolicy Describe(string organization, Result<OrganizationPolicy> read)
    {
        if (!read.Succeeded) return new LeasedPolicy(organization, null, read.Error);
        var (policy, incarnation) = read.Value;
        return new LeasedPolicy(
            organization,
            new PolicyDescription(policy.Model.Name, policy.Model.Version, policy.Plan.Id, policy.Version, incarnation)
            {
                CustomRoles = policy.CustomRoles,
            },
            null);
    }
}
