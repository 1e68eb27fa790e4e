using System.Text.Json.Nodes;

namespace RbacGrains.Model.Tests;

public sealed class ModelJsonTests
{
    private static readonly JsonObject AgentStudio = ModelJson.Of(Shipped.AgentStudio);

    [Fact]
    public void A_model_as_JSON_has_every_part_under_the_key_of_its_document() =>
        Assert.Equal(
            ["model", "version", "title", "description", "source", "denial_status", "inheritance", "default_role", "plans", "levels",
                "areas", "actions", "roles", "presets", "gates", "matrix", "administration"],
            AgentStudio.Select(property => property.Key));

    [Fact]
    public void Areas_are_nested_and_named_in_full()
    {
        var messaging = AgentStudio["areas"]!.AsArray().Single(area => (string?)area!["area"] == "messaging")!;

        Assert.Equal(
            """{"area":"messaging/chat","title":"Chat","description":"Chat configuration and widget settings (these share a single permission)","shared_by":["messaging/chat-configuration","messaging/widget-settings"]}""",
            messaging["sub_areas"]![0]!.ToJsonString());
    }

    [Fact]
    public void Roles_presets_and_gates_say_what_they_give_and_close()
    {
        Assert.Equal(
            """{"gate":"studio-assistant","title":"Studio Assistant","actions":["studio_assistant:use"],"plans":["enterprise"],"roles":["admin"]}""",
            AgentStudio["gates"]![0]!.ToJsonString());
        Assert.Equal("none", (string?)AgentStudio["presets"]![1]!["areas"]!["account"]);
        Assert.True((bool)AgentStudio["roles"]![0]!["admin"]!);
        Assert.Contains("files:create", ModelJson.Of(Shipped.Humanloop)["roles"]![0]!["actions"]!.AsArray().Select(action => (string?)action));
        Assert.Equal("account:view", (string?)AgentStudio["administration"]!["read_members"]);
    }

    [Fact]
    public void Matrix_rows_are_as_the_API_shows_them() =>
        Assert.Equal(
            """{"row":"Message agents","actions":["agents:message"],"roles":{"analyst":true,"editor":true,"admin":true}}""",
            ModelJson.Of(Shipped.Letta)["matrix"]![1]!.ToJsonString());
}
