using System.Collections.Frozen;

namespace RbacGrains.Api.Tests.Security;

/// <summary>A valid request for every operation, by its id. An operation that is missing here fails the tests: nobody forgets a new one.</summary>
internal static class Requests
{
    /// <summary>Why a batch is answered to everybody.</summary>
    public const string PerCheck = "Each of its checks is answered for itself, and these are not found.";

    private const string NoTenant = "It is about no organization.";
    private const string NewSession = "Its session holds nothing yet; what it acquires is judged.";
    private const string OwnOnly = "It answers only about whoever calls.";
    private const string OwnPoint = "Its decision point is that of the key's own organization.";
    private const string NoToken = "A token of another tenant's is none.";
    private const string ByToken = "Whom the token invites answers it; a program answers for nobody else.";

    private const string Question = """{"organization":"{org}","user":"bob","action":"files:manage"}""";
    private const string Answer = """{"token":"{token}","user":"newcomer","email":"new@example.com"}""";
    private const string Evaluation =
        """{"subject":{"type":"user","id":"bob"},"action":{"name":"manage"},"resource":{"type":"files","id":"f1"}}""";

    private const string SubjectSearch = """{"subject":{"type":"user"},"action":{"name":"manage"},"resource":{"type":"files","id":"f1"}}""";
    private const string ResourceSearch = """{"subject":{"type":"user","id":"bob"},"action":{"name":"manage"},"resource":{"type":"files"}}""";
    private const string ActionSearch = """{"subject":{"type":"user","id":"bob"},"resource":{"type":"files","id":"f1"}}""";

    public static FrozenDictionary<string, Request> All { get; } = new Dictionary<string, Request>(StringComparer.Ordinal)
    {
        ["ListModels"] = new(Weak: true, Open: NoTenant),
        ["GetModel"] = new(Weak: true, Open: NoTenant),
        ["GetMatrix"] = new(Weak: true, Open: NoTenant),
        ["Me"] = new(Weak: true, Open: OwnOnly),
        ["ListOrganizations"] = new(Weak: true, Open: OwnOnly),
        ["CreateOrganization"] = new("""{"name":"Test","model":"humanloop","plan":"enterprise","owner":"owner"}""", NeedsRoot: true),
        ["GetOrganization"] = new(Weak: true),
        ["PatchOrganization"] = new("""{"name":"Renamed"}"""),
        ["DeleteOrganization"] = new(),
        ["ListMembers"] = new(),
        ["CountMembers"] = new(),
        ["GetMember"] = new(),
        ["PutMember"] = new("""{"role":"member"}"""),
        ["PatchMember"] = new("""{"role":"member"}"""),
        ["RemoveMember"] = new(),
        ["ListGroups"] = new(),
        ["GetGroup"] = new(),
        ["PutGroup"] = new("""{"title":"Other","role":"member"}"""),
        ["DeleteGroup"] = new(),
        ["ListGroupMembers"] = new(),
        ["AddGroupMember"] = new(),
        ["RemoveGroupMember"] = new(),
        ["GetPermissions"] = new(),
        ["ListProjects"] = new(Query: "?action=files:manage"),
        ["ListWhoCan"] = new(),
        ["Preview"] = new("""{"member":{"user":"bob","patch":{"role":"member"}}}"""),
        ["ListRoles"] = new(Weak: true),
        ["GetRole"] = new(Weak: true),
        ["PutRole"] = new("""{"title":"Crew","based_on":"member","grants":{"files:create":"none"}}"""),
        ["DeleteRole"] = new(),
        ["GetOrganizationMatrix"] = new(Weak: true),
        ["Check"] = new(Question),
        ["CheckBatch"] = new($$"""{"checks":[{{Question}}]}""", Weak: true, Open: PerCheck),
        ["Explain"] = new(Question),
        ["Invite"] = new("""{"email":"another@example.com","role":"member"}"""),
        ["ListInvitations"] = new(),
        ["GetInvitation"] = new(),
        ["ResendInvitation"] = new(),
        ["RevokeInvitation"] = new(),
        ["ShowInvitation"] = new("""{"token":"{token}"}""", Weak: true, Open: NoToken),
        ["AcceptInvitation"] = new(Answer, NeedsRoot: true, Open: ByToken),
        ["DeclineInvitation"] = new(Answer, NeedsRoot: true, Open: ByToken),
        ["CreateApiKey"] = new("""{"name":"x","role":"member"}"""),
        ["ListApiKeys"] = new(),
        ["GetApiKey"] = new(),
        ["RotateApiKey"] = new(),
        ["DeleteApiKey"] = new(),
        ["ListServiceAccounts"] = new(),
        ["GetServiceAccount"] = new(),
        ["PatchServiceAccount"] = new("""{"name":"y"}"""),
        ["DeleteServiceAccount"] = new(),
        ["ReadAudit"] = new(),
        ["ListResources"] = new(Query: "?type=files", Weak: true),
        ["GetResource"] = new(Weak: true),
        ["PutResource"] = new("""{"name":"G"}"""),
        ["RemoveResource"] = new(),
        ["Evaluate"] = new(Evaluation, Open: OwnPoint),
        ["EvaluateMany"] = new($$"""{"evaluations":[{{Evaluation}}]}""", Weak: true, Open: OwnPoint),
        ["SearchSubjects"] = new(SubjectSearch, Open: OwnPoint),
        ["SearchResources"] = new(ResourceSearch, Open: OwnPoint),
        ["SearchActions"] = new(ActionSearch, Open: OwnPoint),
        ["EvaluateInOrganization"] = new(Evaluation),
        ["EvaluateManyInOrganization"] = new($$"""{"evaluations":[{{Evaluation}}]}""", Weak: true, Open: PerCheck),
        ["SearchSubjectsInOrganization"] = new(SubjectSearch),
        ["SearchResourcesInOrganization"] = new(ResourceSearch),
        ["SearchActionsInOrganization"] = new(ActionSearch),
        ["OpenLeases"] = new(Weak: true, Open: NewSession),
        ["AcquireLeases"] = new("""{"sequence":1,"accesses":[{"user":"bob","organization":"{org}"}]}""", OfSession: true),
        ["RenewLeases"] = new("""{"acknowledged":0}""", OfSession: true),
        ["EndLeases"] = new(OfSession: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
