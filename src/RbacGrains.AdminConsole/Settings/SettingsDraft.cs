using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.AdminConsole;

/// <summary>An organization's name and settings as they are edited, and as they were when that began.</summary>
public sealed record SettingsDraft
{
    private static readonly char[] Separators = ['\n', '\r', ',', ';', ' '];

    /// <summary>The organization as it was read.</summary>
    public required OrganizationView Read { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How many days invitations are open, as it was typed.</summary>
    public required string Days { get; init; }

    /// <summary>The domains that may be invited, one a line, as they were typed.</summary>
    public required string Domains { get; init; }

    /// <summary>A draft of an organization as it is.</summary>
    public static SettingsDraft Of(OrganizationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new SettingsDraft
        {
            Read = view,
            Name = view.Name,
            Days = view.Settings.InvitationDays.ToString(CultureInfo.InvariantCulture),
            Domains = string.Join('\n', view.Settings.EmailDomains),
        };
    }

    /// <summary>Whether saving would change anything.</summary>
    public bool HasChanges => Name.Trim() != Read.Name || Days.Trim() != Of(Read).Days || !DomainList.SequenceEqual(Read.Settings.EmailDomains);

    /// <summary>The domains that were typed.</summary>
    public ImmutableArray<string> DomainList =>
        [.. Domains.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(domain => domain.TrimStart('@'))
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The change that it comes to; an error where something typed means nothing.</summary>
    public Result<UpdateOrganization> ToUpdate()
    {
        if (!int.TryParse(Days.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return Errors.InvalidValue("Write how many days invitations stay open as a number, 1 to 365.", "/settings/invitation_days");
        var settings = new OrganizationSettings { InvitationDays = days, EmailDomains = DomainList };
        return new UpdateOrganization(Name.Trim() == Read.Name ? null : Name.Trim(), Settings: settings.Equals(Read.Settings) ? null : settings);
    }

    /// <summary>The same edit on top of what somebody else has saved meanwhile: what was not edited here is theirs.</summary>
    public SettingsDraft Onto(OrganizationView theirs)
    {
        var (mine, next) = (Of(Read), Of(theirs));
        return next with
        {
            Name = Name == mine.Name ? next.Name : Name,
            Days = Days == mine.Days ? next.Days : Days,
            Domains = Domains == mine.Domains ? next.Domains : Domains,
        };
    }

    /// <summary>What somebody else has changed meanwhile; empty when only something else of the organization has changed.</summary>
    public ImmutableArray<AccessChange> ChangedBy(OrganizationView theirs)
    {
        var (was, isNow) = (Of(Read), Of(theirs));
        var lines = new (string What, string Before, string After)[]
        {
            ("Name", was.Name, isNow.Name),
            ("Days that invitations stay open", was.Days, isNow.Days),
            ("Domains", Words(was), Words(isNow)),
        };
        return [.. lines.Where(line => line.Before != line.After).Select(line => new AccessChange(line.What, line.Before, line.After))];

        static string Words(SettingsDraft draft) => draft.DomainList.IsEmpty ? "all" : string.Join(", ", draft.DomainList);
    }
}
