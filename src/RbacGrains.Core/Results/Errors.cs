using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Makes the errors that are made in more than one place, each always with the same words.</summary>
public static class Errors
{
    /// <summary>Something is not an id.</summary>
    public static Error InvalidId(string what, string value) => new(
        ErrorKind.Invalid,
        ErrorCodes.InvalidId,
        $"'{Shorten(value)}' is no id of {what}: an id has 1 to {Identifier.MaxLength} characters of A-Z a-z 0-9 . _ : @ + - and is neither '.' nor '..'.");

    /// <summary>A value is outside its bounds.</summary>
    public static Error InvalidValue(string message, string? pointer = null) =>
        new(ErrorKind.Invalid, ErrorCodes.InvalidValue, message, pointer);

    /// <summary>A name that is not among the known ones.</summary>
    public static Error Unknown(string code, string what, string value, IEnumerable<string> known, string? pointer = null) => new(
        ErrorKind.Invalid, code, $"There is no {what} '{Shorten(value)}'. Known: {string.Join(", ", known)}.", pointer);

    /// <summary>An action that the organization's model does not have.</summary>
    public static Error UnknownAction(AuthorizationModel model, string action) => new(
        ErrorKind.Invalid,
        ErrorCodes.UnknownAction,
        $"The model '{model.Name}' has no action '{Shorten(action)}'. An action is 'resource:verb', as listed by the model, or 'area@level'.",
        "/action");

    /// <summary>No such organization, or none that the caller may know of; the two cannot be told apart.</summary>
    public static Error OrganizationNotFound(string organization) => new(
        ErrorKind.NotFound, ErrorCodes.OrganizationNotFound, $"There is no organization '{Shorten(organization)}'.");

    /// <summary>No such role.</summary>
    public static Error RoleNotFound(string role) =>
        new(ErrorKind.NotFound, ErrorCodes.RoleNotFound, $"There is no role '{Shorten(role)}' in the organization.");

    /// <summary>No such member.</summary>
    public static Error MemberNotFound(string user) =>
        new(ErrorKind.NotFound, ErrorCodes.MemberNotFound, $"'{Shorten(user)}' is not a member of the organization.");

    /// <summary>A person's id that only a service account can have.</summary>
    public static Error ReservedId(string user) => new(
        ErrorKind.Invalid,
        ErrorCodes.ReservedId,
        $"'{Shorten(user)}' is an id of service accounts, as all that begin with '{ServiceAccountId.Prefix}'. "
        + "They are made with their keys and changed as service accounts; people have other ids.");

    /// <summary>No such service account.</summary>
    public static Error ServiceAccountNotFound(string account) => new(
        ErrorKind.NotFound, ErrorCodes.ServiceAccountNotFound, $"There is no service account '{Shorten(account)}' in the organization.");

    /// <summary>No such API key.</summary>
    public static Error ApiKeyNotFound(string key) => new(
        ErrorKind.NotFound, ErrorCodes.ApiKeyNotFound, $"There is no API key '{Shorten(key)}' in the organization.");

    /// <summary>A key that opens nothing. It says the same whether there is such a key or not, and whatever is the matter with it.</summary>
    public static Error ApiKeyInvalid() => new(ErrorKind.Denied, ErrorCodes.ApiKeyInvalid, "This is no API key that opens anything.")
    {
        DenialStatus = 401,
    };

    /// <summary>No such invitation.</summary>
    public static Error InvitationNotFound(string invitation) => new(
        ErrorKind.NotFound, ErrorCodes.InvitationNotFound, $"There is no invitation '{Shorten(invitation)}' in the organization.");

    /// <summary>A token that opens nothing. It says the same whether the invitation exists or not.</summary>
    public static Error InvitationTokenInvalid() => new(
        ErrorKind.NotFound,
        ErrorCodes.InvitationTokenInvalid,
        "The token belongs to no invitation, or a newer one was sent in its stead. Use the link of the latest message.",
        "/token");

    /// <summary>The caller lacks an action.</summary>
    /// <param name="model">The organization's model, which knows the status of a denial.</param>
    /// <param name="action">The action; null for what only admins may do.</param>
    public static Error PermissionDenied(AuthorizationModel? model, string? action) => new(
        ErrorKind.Denied,
        ErrorCodes.PermissionDenied,
        action is null ? "Only an admin may do this." : $"This needs the action '{action}', which the acting user does not hold.")
    {
        DenialStatus = model?.DenialStatus ?? 403,
    };

    /// <summary>An organization's model is none that can be evaluated here.</summary>
    public static Error ModelUnavailable(string model, string plan) => new(
        ErrorKind.Unavailable,
        ErrorCodes.ModelUnavailable,
        $"The organization lives by the model '{model}' with the plan '{plan}', which this service does not have.");

    /// <summary>The state has another version than expected.</summary>
    public static Error VersionMismatch(long expected, long actual) => new(
        ErrorKind.PreconditionFailed,
        ErrorCodes.VersionMismatch,
        $"The change expects version {expected}, but it is {actual} by now. Read it again, and decide again.");

    /// <summary>A list of ids as an error's detail.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Detail(string name, IEnumerable<string> values) =>
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(name, [.. values]);

    // What a caller sent is echoed, but never at a length that the caller chooses.
    internal static string Shorten(string value) => value.Length <= 150 ? value : string.Concat(value.AsSpan(0, 147), "...");
}
