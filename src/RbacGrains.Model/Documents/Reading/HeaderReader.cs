namespace RbacGrains.Model;

/// <summary>Reads the single values at the top of a document.</summary>
internal static class HeaderReader
{
    public static string Name(Fields document)
    {
        if (document.Word("model") is not { } name) return "";
        Words.ReportUnlessSlug(name, "model", document.Problems);
        return name.Text;
    }

    public static int DenialStatus(Fields document)
    {
        const string Remedy = "Write `denial_status: 403`, or 401 for a product that answers so.";
        if (document.Scalar("denial_status", "a number", Remedy) is not { } status) return 403;
        if (status is { IsPlain: true, Text: "401" }) return 401;
        if (status is not { IsPlain: true, Text: "403" })
            document.Problems.Add(
                status.Place, $"'denial_status' is '{status.Text}', and a denial is answered by 401 or 403.", Remedy);
        return 403;
    }

    public static Inheritance InheritanceOf(Fields document)
    {
        if (document.Word("inheritance") is not { } word) return Inheritance.Cap;
        switch (word.Text)
        {
            case "cap": return Inheritance.Cap;
            case "cascade": return Inheritance.Cascade;
            default:
                document.Problems.Add(
                    word.Place, $"Areas cannot inherit by '{word.Text}'.",
                    "Write `cap` (a sub-area has at most its parent's level) or `cascade` (setting a parent sets its sub-areas).");
                // The laxer of the two, lest the mistake seem to be many.
                return Inheritance.Cascade;
        }
    }

    public static string? DefaultRole(Fields document, Declarations names) =>
        document.Word("default_role") is { } role
            ? names.Roles.Resolve(role, "'default_role'", document.Problems)
            : null;
}
