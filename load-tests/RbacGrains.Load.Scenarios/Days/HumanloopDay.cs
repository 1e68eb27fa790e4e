namespace RbacGrains.Load.Scenarios;

/// <summary>
/// A day in the life of Humanloop. Of 100 operations 28 save a File, 22 inspect logs and feedback, 14 run an Evaluation, 8 save a Dataset and 6 an Evaluator
/// (everybody may); 6 deploy, 3 read API keys and 3 change an environment (developers and admins; members never see the keys); 1 sends an invite and 1
/// opens the billing (admins). The remaining 8 are those of <see cref="ProductDay"/>.
/// </summary>
internal static class HumanloopDay
{
    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "humanloop-day", "A day in the life of Humanloop: Files, logs, Evaluations, deployments, and keys that members never see.", Make);

    private static Scenario Make(ScenarioEntry entry, LoadContext context) => new ProductDay(context, entry, ModelUse.Humanloop)
    {
        Changes = (new MemberPatch { Role = "developer" }, new MemberPatch { Role = "member" }),
        Probe = "deployments:manage",
    }.Make(
    [
        new("save a File", 28, new Question("files:manage", 0b111)),
        new("inspect logs", 22, new Question("logs:inspect", 0b111)),
        new("run an Evaluation", 14, new Question("evaluations:run", 0b111)),
        new("save a Dataset", 8, new Question("datasets:manage", 0b111)),
        new("save an Evaluator", 6, new Question("evaluators:manage", 0b111)),
        new("deploy", 6, new Question("deployments:manage", 0b110)),
        new("read API keys", 3, new Question("api_keys:read", 0b110)),
        new("change an environment", 3, new Question("environments:manage", 0b110)),
        new("send an invite", 1, new Question("invites:send", 0b100)),
        new("open the billing", 1, new Question("billing:manage", 0b100)),
    ]);
}
