using System.Text.Json;

namespace RbacGrains.Contract.Tests.Previews;

/// <summary>The properties of one check, as far as a model has conditions on them.</summary>
/// <param name="Status">The resource's status.</param>
/// <param name="IsAdmin">Whether the request says that the subject is an admin.</param>
/// <param name="IsSoft">Whether the action is soft.</param>
/// <param name="IsOwn">Whether the resource is the subject's own.</param>
public sealed record Circumstance(string Status, bool IsAdmin, bool IsSoft, bool IsOwn)
{
    private static readonly bool[] Both = [false, true];

    /// <summary>A check that says nothing.</summary>
    public static Circumstance? Unsaid => null;

    /// <summary>Every combination that the conditions of <see cref="ContractModels.Archive"/> can tell apart.</summary>
    public static IReadOnlyList<Circumstance?> All { get; } =
    [
        .. from status in new[] { "archived", "active" }
           from isAdmin in Both
           from isSoft in Both
           from isOwn in Both
           select new Circumstance(status, isAdmin, isSoft, isOwn),
    ];

    /// <summary>The check of an action by a user in these circumstances.</summary>
    public Evaluation Ask(string user, string action, string? project) => new()
    {
        Action = action,
        Project = project,
        Properties = new RequestProperties
        {
            Resource = Properties(new { status = Status, owner = IsOwn ? user : "somebody else" }),
            Subject = Properties(new { role = IsAdmin ? "admin" : "guest" }),
            Action = Properties(new { soft = IsSoft }),
        },
    };

    /// <summary>Whether a condition holds in these circumstances, read from its words.</summary>
    public bool Meets(string words)
    {
        var rest = words;
        var holds = Conjunction(ref rest);
        Assert.True(rest.Length == 0, $"'{rest}' is left of the condition '{words}'.");
        return holds;
    }

    private bool Disjunction(ref string rest)
    {
        var holds = Conjunction(ref rest);
        while (Takes(" or ", ref rest)) holds |= Conjunction(ref rest);
        return holds;
    }

    private bool Conjunction(ref string rest)
    {
        var holds = Term(ref rest);
        while (Takes(" and ", ref rest)) holds &= Term(ref rest);
        return holds;
    }

    private bool Term(ref string rest)
    {
        if (Takes("not ", ref rest)) return !Term(ref rest);
        if (Takes("(", ref rest))
        {
            var holds = Disjunction(ref rest);
            Assert.True(Takes(")", ref rest), $"A parenthesis is not closed before '{rest}'.");
            return holds;
        }
        if (Takes("resource.status not_equals 'archived'", ref rest)) return Status != "archived";
        if (Takes("resource.status equals 'archived'", ref rest)) return Status == "archived";
        if (Takes("subject.role equals 'admin'", ref rest)) return IsAdmin;
        if (Takes("action.soft equals true", ref rest)) return IsSoft;
        if (Takes("resource.owner equals subject.id", ref rest)) return IsOwn;
        throw new InvalidOperationException($"There is no such condition in the model: '{rest}'.");
    }

    private static bool Takes(string word, ref string rest)
    {
        if (!rest.StartsWith(word, StringComparison.Ordinal)) return false;
        rest = rest[word.Length..];
        return true;
    }

    private static Properties Properties(object value) => Model.Properties.Of(JsonSerializer.SerializeToElement(value));
}
