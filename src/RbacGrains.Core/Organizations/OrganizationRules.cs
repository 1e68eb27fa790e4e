using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What an organization can be, and what changing it needs.</summary>
internal static class OrganizationRules
{
    /// <summary>What is wrong with a new organization; null when nothing is.</summary>
    public static Error? Check(CreateOrganization command, ModelCatalog models)
    {
        if (Name(command.Name) is { } name) return name;
        if (models.Find(command.Model) is not { } model)
            return Errors.Unknown(ErrorCodes.UnknownModel, "model", command.Model, models.All.Select(known => known.Name), "/model");
        if (Plan(model, command.Plan) is { } plan) return plan;
        if (!Identifier.IsValid(command.Owner)) return Errors.InvalidId("a user", command.Owner).At("/owner");
        if (ServiceAccountId.IsReserved(command.Owner)) return Errors.ReservedId(command.Owner).At("/owner");
        return model.Roles.Any(role => role.IsAdmin && role.IsOfferedBy(command.Plan))
            ? null
            : Errors.InvalidValue($"The plan '{command.Plan}' offers no admin role, so nobody could own the organization.", "/plan");
    }

    /// <summary>What is wrong with a change; null when nothing is.</summary>
    public static Error? Check(UpdateOrganization command, Policy policy)
    {
        if (command.Name is { } name && Name(name) is { } nameError) return nameError;
        if (command.Plan is { } plan && Plan(policy.Model, plan) is { } planError) return planError;
        foreach (var (from, to) in command.Reassign)
            foreach (var (role, pointer) in new[] { (from, "/reassign"), (to, $"/reassign/{from}") })
                if (policy.FindRole(role) is null)
                    return Errors.Unknown(ErrorCodes.UnknownRole, "role", role, policy.Roles.Select(known => known.Id), pointer);
        return command.Settings is { } settings ? Settings(settings) : null;
    }

    /// <summary>The operations that a change needs, at least one.</summary>
    public static IEnumerable<AdministrativeOperation> Operations(UpdateOrganization command)
    {
        if (command.Plan is not null) yield return AdministrativeOperation.ChangePlan;
        if (command.Plan is null || command.Name is not null || command.Settings is not null)
            yield return AdministrativeOperation.UpdateOrganization;
    }

    /// <summary>The state after a change.</summary>
    public static OrganizationState Apply(OrganizationState state, UpdateOrganization command) => state with
    {
        Name = command.Name ?? state.Name,
        Plan = command.Plan ?? state.Plan,
        Settings = command.Settings ?? state.Settings,
    };

    /// <summary>Whether an organization is the one that is asked for again.</summary>
    public static bool IsSame(OrganizationState state, CreateOrganization command) =>
        state.Name == command.Name && state.Model == command.Model && state.Plan == command.Plan && state.Owner == command.Owner;

    /// <summary>The refusal of an organization whose id is taken.</summary>
    public static Error Exists(string id) => new(
        ErrorKind.Conflict,
        ErrorCodes.OrganizationExists,
        $"The organization '{id}' exists with another name, model, plan or owner. Update that one, or choose another id.");

    private static Error? Name(string name) =>
        name.Length is > 0 and <= 200 && !string.IsNullOrWhiteSpace(name) && Text.IsPlain(name)
            ? null
            : Errors.InvalidValue("A name has 1 to 200 characters, not all of them blank, and no control characters.", "/name");

    private static Error? Plan(AuthorizationModel model, string plan) =>
        model.FindPlan(plan) is null
            ? Errors.Unknown(ErrorCodes.UnknownPlan, "plan", plan, model.Plans.Select(known => known.Id), "/plan")
            : null;

    private static Error? Settings(OrganizationSettings settings)
    {
        if (settings.InvitationDays is < 1 or > 365)
            return Errors.InvalidValue("An invitation can be accepted for 1 to 365 days.", "/settings/invitation_days");
        if (settings.EmailDomains.Length > 100)
            return Errors.InvalidValue("At most 100 domains can be named.", "/settings/email_domains");
        for (var index = 0; index < settings.EmailDomains.Length; index++)
            if (Uri.CheckHostName(settings.EmailDomains[index]) != UriHostNameType.Dns)
                return Errors.InvalidValue("This is no domain; it looks like 'example.com'.", $"/settings/email_domains/{index}");
        return null;
    }
}
