namespace RbacGrains.Contract.Tests;

/// <summary>API keys: what they open, to whom, until when, and who may make, see and end them.</summary>
public abstract class ApiKeySuite : ContractSuite
{
    private static readonly PageRequest First = new();

    [Fact]
    public async Task A_key_opens_its_organization_as_its_account()
    {
        var acme = await Organization("acme");

        var issued = await Key(acme, "ci", "writer");

        var caller = (await Authenticate(issued.Secret)).Require();
        Assert.Equal(("acme", issued.ApiKey.ServiceAccount, issued.ApiKey.Id, "ci", false),
            (caller.Organization, caller.ServiceAccount, caller.Key, caller.Name, caller.ActsForUsers));
        Assert.True(await Allowed(caller.ServiceAccount, "acme", "files:write"));
        Assert.False(await Allowed(caller.ServiceAccount, "acme", "files:share"));
        Assert.StartsWith(issued.ApiKey.Prefix + "_", issued.Secret, StringComparison.Ordinal);
        Assert.Equal(("ci", ServiceAccountId.Prefix, "writer"), (issued.Account.Name, issued.Account.Id[..4], issued.Account.Access.Role));
    }

    [Fact]
    public async Task A_key_that_is_altered_at_any_place_opens_nothing()
    {
        var acme = await Organization("acme");
        var secret = (await Key(acme)).Secret;

        for (var index = 0; index < secret.Length; index++)
            foreach (var other in new[] { 'b', 'c', '_', 'A', '1', ' ', '\n', 'é' })
                if (secret[index] != other)
                    Fails(ErrorCodes.ApiKeyInvalid, await Authenticate($"{secret[..index]}{other}{secret[(index + 1)..]}"));
        foreach (var other in new[] { "", secret[..^1], secret + "a", secret + "\n", " " + secret, secret.ToUpperInvariant(), secret + secret })
            Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(other));
        (await Authenticate(secret)).Require();
    }

    [Fact]
    public async Task A_deleted_key_opens_nothing_and_its_account_goes_with_the_last_one()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);
        var second = await Another(acme, first);

        (await acme.DeleteApiKey(Service, first.ApiKey.Id, None)).Require();

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(first.Secret));
        (await Authenticate(second.Secret)).Require();
        Fails(ErrorCodes.ApiKeyNotFound, await acme.GetApiKey(Caller.Service, first.ApiKey.Id, None));
        Fails(ErrorCodes.ApiKeyNotFound, await acme.DeleteApiKey(Service, first.ApiKey.Id, None));
        Assert.Equal(1, (await acme.GetServiceAccount(Caller.Service, first.Account.Id, None)).Require().Keys);

        (await acme.DeleteApiKey(Service, second.ApiKey.Id, None)).Require();

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(second.Secret));
        Fails(ErrorCodes.ServiceAccountNotFound, await acme.GetServiceAccount(Caller.Service, first.Account.Id, None));
        Assert.Equal(DecisionReason.NotMember, await Reason(first.Account.Id, "acme", "files:read"));
        Assert.Empty((await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), First, None)).Require().Items);
    }

    [Fact]
    public async Task A_number_is_never_given_to_another_key()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);
        var second = await Another(acme, first);
        (await acme.DeleteApiKey(Service, second.ApiKey.Id, None)).Require();

        var third = await Another(acme, first);

        Assert.NotEqual(second.ApiKey.Id, third.ApiKey.Id);
    }

    [Fact]
    public async Task A_key_opens_nothing_when_it_or_its_account_has_expired_or_is_suspended()
    {
        var acme = await Organization("acme");
        var issued = await Key(acme, expiresIn: TimeSpan.FromHours(1));
        var other = await Another(acme, issued);

        (await acme.PatchServiceAccount(Service, issued.Account.Id, Access(new MemberPatch { Suspended = true }), None)).Require();
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(issued.Secret));
        Assert.Equal(ApiKeyStatus.Suspended, (await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require().Status);
        (await acme.PatchServiceAccount(Service, issued.Account.Id, Access(new MemberPatch { Suspended = false }), None)).Require();
        (await Authenticate(issued.Secret)).Require();

        Clock.Advance(TimeSpan.FromHours(1));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(issued.Secret));
        Assert.Equal(ApiKeyStatus.Expired, (await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require().Status);
        (await Authenticate(other.Secret)).Require();

        var tomorrow = Clock.GetUtcNow().AddDays(1);
        (await acme.PatchServiceAccount(Service, issued.Account.Id, Access(new MemberPatch { ExpiresAt = tomorrow }), None)).Require();
        Clock.Advance(TimeSpan.FromDays(1));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(other.Secret));
        Assert.Equal(
            [issued.ApiKey.Id, other.ApiKey.Id],
            (await Keys(acme, new ApiKeyFilter(Status: ApiKeyStatus.Expired))).Select(key => key.Id));
    }

    [Fact]
    public async Task A_key_of_an_organization_that_is_gone_opens_nothing_also_when_its_id_is_used_again()
    {
        var acme = await Organization("acme");
        var issued = await Key(acme);
        (await acme.Delete(Service, None)).Require();

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(issued.Secret));
        await Organization("acme");

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(issued.Secret));
        Fails(ErrorCodes.ApiKeyNotFound, await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None));
        Assert.Empty((await acme.ListServiceAccounts(Caller.Service, new ServiceAccountFilter(), First, None)).Require().Items);
    }

    [Fact]
    public async Task A_rotation_ends_the_secret_before_at_once_or_after_its_grace()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);

        var second = await Rotated(acme, first);
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(first.Secret));
        (await Authenticate(second.Secret)).Require();
        Assert.Equal((first.ApiKey.Id, first.ApiKey.Prefix), (second.ApiKey.Id, second.ApiKey.Prefix));

        var third = await Rotated(acme, first, TimeSpan.FromDays(1));
        (await Authenticate(second.Secret)).Require();
        (await Authenticate(third.Secret)).Require();
        Assert.Equal(Clock.GetUtcNow().AddDays(1), third.ApiKey.PreviousUntil);

        Clock.Advance(TimeSpan.FromDays(1));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(second.Secret));
        (await Authenticate(third.Secret)).Require();
        Assert.Null((await acme.GetApiKey(Caller.Service, first.ApiKey.Id, None)).Require().PreviousUntil);
    }

    [Fact]
    public async Task A_secret_in_its_grace_does_not_outlive_the_key()
    {
        var acme = await Organization("acme");
        var first = await Key(acme, expiresIn: TimeSpan.FromHours(1));

        var second = (await acme.RotateApiKey(
            Service, first.ApiKey.Id, new RotateApiKey { Grace = TimeSpan.FromDays(7), ExpiresIn = TimeSpan.FromDays(30) }, None)).Require();
        Clock.Advance(TimeSpan.FromHours(1));

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(first.Secret));
        (await Authenticate(second.Secret)).Require();
        Clock.Advance(TimeSpan.FromDays(30));
        Fails(ErrorCodes.InvalidValue, await acme.RotateApiKey(Service, first.ApiKey.Id, new RotateApiKey(), None));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(second.Secret));
    }

    [Fact]
    public async Task The_last_use_is_kept_to_five_minutes_and_is_no_change()
    {
        var acme = await Organization("acme");
        var issued = await Key(acme);
        Assert.Null(issued.ApiKey.LastUsedAt);
        var began = Clock.GetUtcNow();

        (await Authenticate(issued.Secret)).Require();
        Clock.Advance(TimeSpan.FromMinutes(4));
        (await Authenticate(issued.Secret)).Require();
        var used = (await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require();
        Assert.Equal((began, issued.ApiKey.Version), (used.LastUsedAt, used.Version));

        Clock.Advance(TimeSpan.FromMinutes(1));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(issued.Secret[..^1] + (issued.Secret[^1] == 'a' ? 'b' : 'a')));
        Assert.Equal(began, (await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require().LastUsedAt);
        (await Authenticate(issued.Secret)).Require();
        Assert.Equal(Clock.GetUtcNow(), (await acme.GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require().LastUsedAt);

        // A change of the account writes what is known of its uses, too.
        var renamed = new ServiceAccountPatch { Name = "other" };
        (await acme.PatchServiceAccount(Service with { ExpectedVersion = issued.ApiKey.Version }, issued.Account.Id, renamed, None)).Require();
        await Host.Restart();
        Assert.Equal(
            Clock.GetUtcNow(),
            (await Grid.Organization("acme").GetApiKey(Caller.Service, issued.ApiKey.Id, None)).Require().LastUsedAt);
        Assert.Equal(3, (await Audit(Grid.Organization("acme"))).Count(entry => !entry.Kind.StartsWith("organization", StringComparison.Ordinal) && entry.Target != "owner"));
    }

    [Fact]
    public async Task Keys_survive_a_restart()
    {
        var first = await Key(await Organization("acme"));
        var second = await Rotated(Grid.Organization("acme"), first, TimeSpan.FromHours(1));
        await Host.Restart();

        (await Authenticate(first.Secret)).Require();
        (await Authenticate(second.Secret)).Require();
        (await Grid.Organization("acme").DeleteApiKey(Service, first.ApiKey.Id, None)).Require();
        await Host.Restart();

        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(first.Secret));
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(second.Secret));
    }

    [Fact]
    public async Task In_letta_editors_make_and_read_keys_and_only_admins_delete_them()
    {
        var acme = await Organization("acme", "letta");
        await Member(acme, "editor", "editor");
        await Member(acme, "analyst", "analyst");

        var made = (await acme.CreateApiKey(By("editor"), new CreateApiKey { Name = "ci", Role = "editor" }, None)).Require();
        Assert.Equal("editor", made.ApiKey.CreatedBy);
        Assert.Single((await acme.ListApiKeys(new Caller("editor"), new ApiKeyFilter(), First, None)).Require().Items);
        (await acme.RotateApiKey(By("editor"), made.ApiKey.Id, new RotateApiKey(), None)).Require();
        Fails(ErrorCodes.PermissionDenied, await acme.DeleteApiKey(By("editor"), made.ApiKey.Id, None));
        Fails(ErrorCodes.PermissionDenied, await acme.DeleteServiceAccount(By("editor"), made.Account.Id, None));
        await SeesNothing(acme, "analyst", made);

        (await acme.DeleteApiKey(By("owner"), made.ApiKey.Id, None)).Require();
    }

    [Fact]
    public async Task In_humanloop_members_never_see_a_key()
    {
        var acme = await Organization("acme", "humanloop");
        await Member(acme, "member", "member");
        await Member(acme, "developer", "developer");
        var made = (await acme.CreateApiKey(By("developer"), new CreateApiKey { Name = "ci", Role = "developer" }, None)).Require();

        await SeesNothing(acme, "member", made);
        Fails(ErrorCodes.PermissionDenied, await acme.DeleteApiKey(By("member"), made.ApiKey.Id, None));

        (await acme.DeleteApiKey(By("developer"), made.ApiKey.Id, None)).Require();
    }

    [Fact]
    public async Task Nobody_makes_or_takes_over_a_key_that_holds_more_than_they_do()
    {
        var acme = await Organization("acme", "letta");
        await Member(acme, "editor", "editor");
        var mighty = await Key(acme, "mighty", "admin");
        var create = new CreateApiKey { Name = "mine", Role = "admin" };
        var granted = new CreateApiKey { Name = "mine", Role = "analyst", Grants = Given(("billing:manage", "allow")) };

        Fails(ErrorCodes.GrantExceedsOwn, await acme.CreateApiKey(By("editor"), create, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.CreateApiKey(By("editor"), granted, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.CreateApiKey(By("editor"), new CreateApiKey { Name = "x", ServiceAccount = mighty.Account.Id }, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.RotateApiKey(By("editor"), mighty.ApiKey.Id, new RotateApiKey(), None));
        var suspended = Access(new MemberPatch { Suspended = true });
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PatchServiceAccount(By("editor"), mighty.Account.Id, suspended, None));

        // Nor while it holds nothing: it would hold everything again once it is let.
        (await acme.PatchServiceAccount(Service, mighty.Account.Id, suspended, None)).Require();
        Fails(ErrorCodes.GrantExceedsOwn, await acme.RotateApiKey(By("editor"), mighty.ApiKey.Id, new RotateApiKey(), None));
        Assert.Single((await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), First, None)).Require().Items);
    }

    [Fact]
    public async Task Only_admins_make_keys_that_act_for_users_or_touch_them()
    {
        var acme = await Organization("acme", "letta");
        await Member(acme, "editor", "editor");
        var create = new CreateApiKey { Name = "app", Role = "analyst", ActsForUsers = true };

        Fails(ErrorCodes.PermissionDenied, await acme.CreateApiKey(By("editor"), create, None));
        var made = (await acme.CreateApiKey(By("owner"), create, None)).Require();

        Assert.True((await Authenticate(made.Secret)).Require().ActsForUsers);
        Fails(ErrorCodes.PermissionDenied, await acme.RotateApiKey(By("editor"), made.ApiKey.Id, new RotateApiKey(), None));
        Fails(ErrorCodes.PermissionDenied, await acme.PatchServiceAccount(By("editor"), made.Account.Id, new ServiceAccountPatch { Name = "x" }, None));
        (await acme.RotateApiKey(By("owner"), made.ApiKey.Id, new RotateApiKey(), None)).Require();
    }

    [Fact]
    public virtual async Task A_key_is_in_one_organization_and_no_other_can_touch_it()
    {
        var acme = await Organization("acme");
        var other = await Organization("other");
        var issued = await Key(acme, "ci", "owner");

        Fails(ErrorCodes.ApiKeyNotFound, await other.GetApiKey(Caller.Service, issued.ApiKey.Id, None));
        Fails(ErrorCodes.ApiKeyNotFound, await other.RotateApiKey(Service, issued.ApiKey.Id, new RotateApiKey(), None));
        Fails(ErrorCodes.ApiKeyNotFound, await other.DeleteApiKey(Service, issued.ApiKey.Id, None));
        Fails(ErrorCodes.ServiceAccountNotFound, await other.CreateApiKey(Service, new CreateApiKey { Name = "x", ServiceAccount = issued.Account.Id }, None));
        Fails(ErrorCodes.ServiceAccountNotFound, await other.PatchServiceAccount(Service, issued.Account.Id, new ServiceAccountPatch { Name = "x" }, None));
        Fails(ErrorCodes.ServiceAccountNotFound, await other.DeleteServiceAccount(Service, issued.Account.Id, None));
        Fails(ErrorCodes.OrganizationNotFound, await other.Get(new Caller(issued.Account.Id) { Organization = "acme" }, None));
        Fails(ErrorCodes.OrganizationNotFound, await other.ListApiKeys(new Caller(issued.Account.Id) { Organization = "acme" }, new ApiKeyFilter(), First, None));
        Assert.Equal("acme", Assert.Single(await Grid.User(issued.Account.Id).ListOrganizations(None)));
        (await Authenticate(issued.Secret)).Require();
    }

    [Fact]
    public async Task Keys_are_listed_in_pages_and_found_by_their_prefix()
    {
        var acme = await Organization("acme");
        var made = new List<IssuedApiKey>();
        for (var account = 0; account < 4; account++)
        {
            made.Add(await Key(acme));
            for (var key = 0; key < account; key++) made.Add(await Another(acme, made[^1]));
        }
        var ids = made.Select(issued => issued.ApiKey.Id).ToList();

        foreach (var size in new[] { 1, 2, 3, 7, 100 }) Assert.Equal(ids, (await Keys(acme, new ApiKeyFilter(), size)).Select(key => key.Id));
        foreach (var issued in made)
        {
            Assert.Equal(issued.ApiKey.Id, Assert.Single(await Keys(acme, new ApiKeyFilter(issued.ApiKey.Prefix))).Id);
            var ofAccount = made.Where(one => one.Account.Id == issued.Account.Id).Select(one => one.ApiKey.Id).ToList();
            Assert.Equal(ofAccount, (await Keys(acme, new ApiKeyFilter(ServiceAccount: issued.Account.Id), 1)).Select(key => key.Id));
            Assert.Equal(ofAccount, (await Keys(acme, new ApiKeyFilter(issued.ApiKey.Prefix[..12]), 2)).Select(key => key.Id));
        }
        Assert.Equal(10, (await Keys(acme, new ApiKeyFilter("rbac_"))).Length);
        Assert.Empty(await Keys(acme, new ApiKeyFilter("other")));
        Fails(ErrorCodes.InvalidValue, await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(made[0].Secret), First, None));
        foreach (var token in new[] { "x", "1-2", "1-2-3-4", "-1-0-0", "0-0-x" })
            Fails(ErrorCodes.InvalidValue, await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), new PageRequest(1, token), None));
    }

    [Fact]
    public async Task A_list_goes_on_behind_keys_that_are_deleted_meanwhile()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);
        var second = await Another(acme, first);
        var third = await Another(acme, first);
        var page = (await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), new PageRequest(2), None)).Require();

        (await acme.DeleteApiKey(Service, second.ApiKey.Id, None)).Require();

        var rest = (await acme.ListApiKeys(Caller.Service, new ApiKeyFilter(), new PageRequest(2, page.NextToken), None)).Require();
        Assert.Equal(third.ApiKey.Id, Assert.Single(rest.Items).Id);
    }

    [Fact]
    public async Task A_creation_repeated_under_its_name_is_one_key_with_another_secret()
    {
        var acme = await Organization("acme");
        var context = By("owner") with { OperationId = "op" };
        var create = new CreateApiKey { Name = "ci", Role = "writer" };

        var made = await AtOnce(
            () => acme.CreateApiKey(context, create, None).AsTask(), () => acme.CreateApiKey(context, create, None).AsTask());

        var (one, other) = (made[0].Require(), made[1].Require());
        Assert.Equal(one.ApiKey.Id, other.ApiKey.Id);
        Assert.Single(await Keys(acme, new ApiKeyFilter()));
        var opens = new[] { await Authenticate(one.Secret), await Authenticate(other.Secret) };
        Assert.Single(opens, authenticated => authenticated.Succeeded);
        Fails(ErrorCodes.IdempotencyKeyReused, await acme.CreateApiKey(context, create with { Name = "other" }, None));
        (await acme.DeleteApiKey(context with { OperationId = "end" }, one.ApiKey.Id, None)).Require();
        (await acme.DeleteApiKey(context with { OperationId = "end" }, one.ApiKey.Id, None)).Require();
        Fails(ErrorCodes.ApiKeyNotFound, await acme.CreateApiKey(context, create, None));
    }

    [Fact]
    public async Task A_rotation_repeated_under_its_name_keeps_the_grace_of_the_secret_in_use()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);
        var rotate = new RotateApiKey { Grace = TimeSpan.FromHours(1) };
        var context = Service with { OperationId = "op" };

        var lost = (await acme.RotateApiKey(context, first.ApiKey.Id, rotate, None)).Require();
        var again = (await acme.RotateApiKey(context, first.ApiKey.Id, rotate, None)).Require();

        (await Authenticate(first.Secret)).Require();
        (await Authenticate(again.Secret)).Require();
        Fails(ErrorCodes.ApiKeyInvalid, await Authenticate(lost.Secret));
    }

    [Fact]
    public async Task Changes_of_keys_are_conditional_on_the_version_that_was_read()
    {
        var acme = await Organization("acme");
        var issued = await Key(acme);
        var stale = Service with { ExpectedVersion = issued.ApiKey.Version };
        (await acme.RotateApiKey(stale, issued.ApiKey.Id, new RotateApiKey(), None)).Require();

        Fails(ErrorCodes.VersionMismatch, await acme.RotateApiKey(stale, issued.ApiKey.Id, new RotateApiKey(), None));
        Fails(ErrorCodes.VersionMismatch, await acme.DeleteApiKey(stale, issued.ApiKey.Id, None));
        Fails(ErrorCodes.VersionMismatch, await acme.PatchServiceAccount(stale, issued.Account.Id, new ServiceAccountPatch { Name = "x" }, None));
    }

    [Fact]
    public async Task What_is_done_to_keys_is_in_the_log_and_no_secret_is()
    {
        var acme = await Organization("acme");
        var issued = (await acme.CreateApiKey(
            By("owner") with { Reason = "release" }, new CreateApiKey { Name = "ci", Role = "writer", ExpiresIn = TimeSpan.FromDays(1) }, None)).Require();
        var rotated = (await acme.RotateApiKey(By("owner"), issued.ApiKey.Id, new RotateApiKey { Grace = TimeSpan.FromHours(1) }, None)).Require();
        (await acme.DeleteApiKey(By("owner"), issued.ApiKey.Id, None)).Require();

        var ofKey = await Audit(acme, new AuditQuery(Target: issued.ApiKey.Id));
        Assert.Equal([AuditKinds.ApiKeyDeleted, AuditKinds.ApiKeyRotated, AuditKinds.ApiKeyCreated], ofKey.Select(entry => entry.Kind));
        Assert.Equal(("owner", "release"), (ofKey[^1].Actor, ofKey[^1].Reason));
        var ofAccount = await Audit(acme, new AuditQuery(Target: issued.Account.Id));
        Assert.Equal([AuditKinds.ServiceAccountRemoved, AuditKinds.ServiceAccountCreated], ofAccount.Select(entry => entry.Kind));
        foreach (var entry in ofKey.Concat(ofAccount))
            foreach (var secret in new[] { issued.Secret, rotated.Secret })
            {
                Assert.DoesNotContain(secret[^52..], $"{entry}", StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToBase64String([.. ApiKeyText.Parse(secret)!.Digest]), $"{entry}", StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("101")]
    public async Task A_name_is_a_line_of_text(string name)
    {
        var acme = await Organization("acme");
        var issued = await Key(acme);
        if (name == "101") name = new string('x', 101);

        Fails(ErrorCodes.InvalidValue, await acme.CreateApiKey(Service, new CreateApiKey { Name = name, Role = "guest" }, None));
        Fails(ErrorCodes.InvalidValue, await acme.PatchServiceAccount(Service, issued.Account.Id, new ServiceAccountPatch { Name = name }, None));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var acme = await Organization("acme", "letta");
        var issued = (await acme.CreateApiKey(Service, new CreateApiKey { Name = "ci", Role = "analyst" }, None)).Require();
        Fails(ErrorCodes.RoleRequired, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x" }, None));
        Fails(ErrorCodes.UnknownRole, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x", Role = "king" }, None));
        Fails(ErrorCodes.UnknownAction, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x", Role = "analyst", Grants = Given(("no:such", "allow")) }, None));
        foreach (var life in new[] { TimeSpan.FromSeconds(59), TimeSpan.Zero, TimeSpan.FromDays(3651), TimeSpan.MinValue, TimeSpan.MaxValue })
        {
            Fails(ErrorCodes.InvalidValue, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x", Role = "analyst", ExpiresIn = life }, None));
            Fails(ErrorCodes.InvalidValue, await acme.RotateApiKey(Service, issued.ApiKey.Id, new RotateApiKey { ExpiresIn = life }, None));
        }
        foreach (var grace in new[] { TimeSpan.FromTicks(-1), TimeSpan.FromDays(8), TimeSpan.MinValue, TimeSpan.MaxValue })
            Fails(ErrorCodes.InvalidValue, await acme.RotateApiKey(Service, issued.ApiKey.Id, new RotateApiKey { Grace = grace }, None));
        Fails(ErrorCodes.InvalidValue, await acme.CreateApiKey(Service, new CreateApiKey { Name = "x", ServiceAccount = issued.Account.Id, Role = "analyst" }, None));
        foreach (var key in new[] { "", "x", issued.ApiKey.Id + "1", "key_aaaaaaaaaaaaaaaa_1", issued.ApiKey.Id.Replace("_1", "_2", StringComparison.Ordinal), issued.Account.Id, "a/b", new string('k', 1000) })
        {
            Fails(ErrorCodes.ApiKeyNotFound, await acme.GetApiKey(Caller.Service, key, None));
            Fails(ErrorCodes.ApiKeyNotFound, await acme.RotateApiKey(Service, key, new RotateApiKey(), None));
            Fails(ErrorCodes.ApiKeyNotFound, await acme.DeleteApiKey(Service, key, None));
        }
        Fails(ErrorCodes.PermissionDenied, await SeenBy(acme, "none"));
        Assert.Single(await Keys(acme, new ApiKeyFilter()));

        async Task<Result<ApiKeyView>> SeenBy(IOrganization organization, string user)
        {
            await Member(organization, user, "analyst");
            return await organization.GetApiKey(new Caller(user), "no such key", None);
        }
    }

    [Fact]
    public async Task An_account_has_at_most_ten_keys()
    {
        var acme = await Organization("acme");
        var first = await Key(acme);

        var made = await AtOnce([.. Enumerable.Range(0, 12).Select(_ => (Func<Task<Result<IssuedApiKey>>>)(() =>
            acme.CreateApiKey(Service, new CreateApiKey { Name = "x", ServiceAccount = first.Account.Id }, None).AsTask()))]);

        Assert.Equal(9, made.Count(result => result.Succeeded));
        Assert.All(made.Where(result => !result.Succeeded), result => Fails(ErrorCodes.TooManyApiKeys, result));
        Assert.Equal(10, (await Keys(acme, new ApiKeyFilter())).Select(key => key.Id).Distinct().Count());
        foreach (var result in made.Where(result => result.Succeeded)) (await Authenticate(result.Require().Secret)).Require();
    }

    private static async Task SeesNothing(IOrganization organization, string user, IssuedApiKey made)
    {
        var caller = new Caller(user);
        Fails(ErrorCodes.PermissionDenied, await organization.ListApiKeys(caller, new ApiKeyFilter(), First, None));
        Fails(ErrorCodes.PermissionDenied, await organization.GetApiKey(caller, made.ApiKey.Id, None));
        Fails(ErrorCodes.PermissionDenied, await organization.ListServiceAccounts(caller, new ServiceAccountFilter(), First, None));
        Fails(ErrorCodes.PermissionDenied, await organization.GetServiceAccount(caller, made.Account.Id, None));
        Fails(ErrorCodes.PermissionDenied, await organization.CreateApiKey(By(user), new CreateApiKey { Name = "x" }, None));
        Fails(ErrorCodes.PermissionDenied, await organization.RotateApiKey(By(user), made.ApiKey.Id, new RotateApiKey(), None));
    }

    private static async Task<IssuedApiKey> Key(
        IOrganization organization, string name = "key", string role = "writer", TimeSpan? expiresIn = null) =>
        (await organization.CreateApiKey(Service, new CreateApiKey { Name = name, Role = role, ExpiresIn = expiresIn }, None)).Require();

    private static async Task<IssuedApiKey> Another(IOrganization organization, IssuedApiKey first) =>
        (await organization.CreateApiKey(Service, new CreateApiKey { Name = "another", ServiceAccount = first.Account.Id }, None)).Require();

    private static async Task<IssuedApiKey> Rotated(IOrganization organization, IssuedApiKey issued, TimeSpan grace = default) =>
        (await organization.RotateApiKey(Service, issued.ApiKey.Id, new RotateApiKey { Grace = grace }, None)).Require();

    private static Task<System.Collections.Immutable.ImmutableArray<ApiKeyView>> Keys(IOrganization organization, ApiKeyFilter filter, int size = 100) =>
        Pages.All(page => organization.ListApiKeys(Caller.Service, filter, page, None), size);

    private static ServiceAccountPatch Access(MemberPatch patch) => new() { Access = patch };

    private async Task<Result<AuthenticatedKey>> Authenticate(string presented) => ApiKeyText.Parse(presented) is { } key
        ? await Grid.User(key.ServiceAccount).AuthenticateKey(key.Key, key.Digest, None)
        : Errors.ApiKeyInvalid();
}
