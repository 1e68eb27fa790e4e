namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>The level Batch of the certification scenario, Core and Properties. Comments name its tests.</summary>
public sealed class BatchCertificationTests(CertificationServer server) : IClassFixture<CertificationServer>
{
    // c-3-2-1, c-3-3-1
    [Fact]
    public async Task Each_evaluation_is_answered() => Assert.Equal("true,true", await server.DecideAll(
        """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},
         "evaluations":[{"resource":{"type":"record","id":"record-1"}},{"resource":{"type":"record","id":"record-2"}}]}
        """));

    // c-3-2-2, c-3-3-2, c-3-3-3
    [Fact]
    public async Task The_answers_stand_in_the_order_of_the_questions() => Assert.Equal("true,false", await server.DecideAll(
        """
        {"subject":{"type":"user","id":"bob"},"resource":{"type":"record","id":"record-1"},
         "evaluations":[{"action":{"name":"read"}},{"action":{"name":"write"}}]}
        """));

    // c-3-2-3
    [Fact]
    public async Task Properties_of_each_resource_count() => Assert.Equal("true,false", await server.DecideAll(
        """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"write"},"evaluations":[
          {"resource":{"type":"record","id":"record-1","properties":{"status":"active"}}},
          {"resource":{"type":"record","id":"record-2","properties":{"status":"archived"}}}]}
        """));

    // c-3-2-4
    [Fact]
    public async Task Properties_of_each_subject_count() => Assert.Equal("false,true", await server.DecideAll(
        """
        {"action":{"name":"write"},"resource":{"type":"record","id":"record-2","properties":{"status":"archived"}},"evaluations":[
          {"subject":{"type":"user","id":"alice"}},
          {"subject":{"type":"user","id":"bob","properties":{"role":"admin"}}}]}
        """));

    // c-3-2-5
    [Fact]
    public async Task No_defaults_are_needed() => Assert.Equal("true,false", await server.DecideAll(
        """
        {"evaluations":[
          {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}},
          {"subject":{"type":"user","id":"bob"},"action":{"name":"write"},"resource":{"type":"record","id":"record-1"}}]}
        """));

    // c-3-2-6
    [Fact]
    public async Task A_context_is_inherited_or_replaced() => Assert.Equal("true,true", await server.DecideAll(
        """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"context":{"time":"2025-06-27T18:03-07:00"},"evaluations":[
          {"resource":{"type":"record","id":"record-1"}},
          {"resource":{"type":"record","id":"record-2"},"context":{"time":"2025-06-27T19:00-07:00","source":"batch-override"}}]}
        """));

    // c-3-2-7
    [Fact]
    public async Task A_part_is_inherited_or_replaced_as_a_whole()
    {
        Assert.Equal("true,false", await server.DecideAll(
            """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"write"},
             "resource":{"type":"record","id":"record-1","properties":{"status":"active"}},
             "evaluations":[{},{"resource":{"type":"record","id":"record-2","properties":{"status":"archived"}}}]}
            """));
        // The resource of the second is incomplete, and takes nothing from the default.
        Assert.Equal("true,false", await server.DecideAll(
            """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"write"},"resource":{"type":"record","id":"record-1"},
             "evaluations":[{},{"resource":{"id":"record-1"}}]}
            """));
    }

    // c-3-3-4 is looked at in CertificationServer.DecideAll; c-3-4-1
    [Fact]
    public async Task A_mistake_in_one_evaluation_stays_its_own()
    {
        var answer = (await server.Post("evaluations",
            """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"options":{"evaluations_semantic":"execute_all","other":1},
             "evaluations":[{"resource":{"type":"record","id":"record-1"}},{},7,{"resource":{"type":"record","id":"record-1","properties":3}}]}
            """)).ShouldBeJson().Json["evaluations"]!.AsArray();

        Assert.Equal([true, false, false, false], answer.Select(one => (bool)one!["decision"]!));
        var error = answer[1]!["context"]!["error"]!;
        Assert.Equal(
            (400, "missing_field", "The field 'resource' is missing. Add it.", "/evaluations/1/resource"),
            ((int)error["status"]!, (string?)error["code"], (string?)error["message"], (string?)error["pointer"]));
        Assert.Equal(["/evaluations/2", "/evaluations/3/resource/properties"], answer.Skip(2).Select(one => (string)one!["context"]!["error"]!["pointer"]!));
    }

    // c-3-4-2, c-3-4-3
    [Theory]
    [InlineData("")]
    [InlineData(",\"evaluations\":[]")]
    [InlineData(",\"evaluations\":null")]
    public async Task Without_evaluations_it_is_a_single_one(string evaluations)
    {
        const string Body = """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}""";

        Assert.True(await server.Decide($"{Body}{evaluations}}}", "evaluations"));
        (await server.Post("evaluations", $$"""{"action":{"name":"read"}{{evaluations}}}""")).ShouldBeMessage(400, "missing_field");
    }

    [Theory]
    [InlineData("execute_all", "read,write,read", "true,false,true")]
    [InlineData("deny_on_first_deny", "read,write,read", "true,false")]
    [InlineData("deny_on_first_deny", "read,read", "true,true")]
    [InlineData("deny_on_first_deny", "fly,read", "false")]
    [InlineData("permit_on_first_permit", "write,read,write", "false,true")]
    [InlineData("permit_on_first_permit", "write,fly", "false,false")]
    public async Task A_semantic_says_where_to_stop(string semantic, string actions, string decisions)
    {
        var evaluations = string.Join(',', actions.Split(',').Select(action => $$$"""{"action":{"name":"{{{action}}}"}}"""));

        Assert.Equal(decisions, await server.DecideAll(
            $$"""
            {"subject":{"type":"user","id":"bob"},"resource":{"type":"record","id":"record-1"},
             "options":{"evaluations_semantic":"{{semantic}}"},"evaluations":[{{evaluations}}]}
            """));
    }

    [Fact]
    public async Task A_mistake_is_a_denial_to_every_semantic() => Assert.Equal("false", await server.DecideAll(
        """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"options":{"evaluations_semantic":"deny_on_first_deny"},
         "evaluations":[{},{"resource":{"type":"record","id":"record-1"}}]}
        """));

    [Theory]
    [InlineData("""{"evaluations":{}}""", "invalid_type")]
    [InlineData("""{"evaluations":[{}],"options":[]}""", "invalid_type")]
    [InlineData("""{"evaluations":[{}],"options":{"evaluations_semantic":1}}""", "invalid_type")]
    [InlineData("""{"evaluations":[{}],"options":{"evaluations_semantic":"first"}}""", "invalid_value")]
    [InlineData("""{"evaluations":[{}],"subject":"alice"}""", "invalid_type")]
    [InlineData("""{"evaluations":[{}],"subject":{"type":"user"}}""", "missing_field")]
    [InlineData("""{"evaluations":[{}],"context":[]}""", "invalid_type")]
    [InlineData("""{"evaluations":[{},{]}""", "malformed_json")]
    public async Task A_mistake_at_the_top_is_the_whole_requests(string body, string code) =>
        (await server.Post("evaluations", body)).ShouldBeMessage(400, code);

    [Fact]
    public async Task There_are_at_most_ten_thousand()
    {
        var many = string.Join(',', Enumerable.Repeat("{}", RbacApiOptions.MostChecks + 1));

        (await server.Post("evaluations", $$"""{"evaluations":[{{many}}]}""")).ShouldBeMessage(400, "too_many_checks");
    }
}
