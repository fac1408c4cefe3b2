using System.Net;
using System.Net.Http.Json;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Api;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;

namespace Budgeting.Tests.Storage;

/// <summary>What a trigger refuses, as people and programs hear of it. That every write is refused so is tried in <see cref="AuditTrailTests"/>.</summary>
public sealed class DatabaseRefusalTests(ApiServer api) : IClassFixture<ApiServer>
{

    [Theory]
    [InlineData("/api/v1/people", "people", """{"name": "Grandma"}""")]
    [InlineData("/api/v1/owners", "owners", """{"name": "Ann"}""")]
    [InlineData("/api/v1/invitations", "invitations", """{"role": "Member"}""")]
    public async Task Rest_AnswersAConflictWithTheCodeAndASentence(string path, string table, string body)
    {
        var user = await api.AdminAsync();
        using var shell = api.Server.Shell();
        shell.Refuse(table, "period.closed");
        try
        {
            var answer = await user.Client.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

            answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
            var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            problem.GetProperty("code").GetString().Should().Be("period.closed");
            problem.GetProperty("detail").GetString().Should().Be("The period was closed meanwhile. An admin can reopen it for a correction.");
        }
        finally
        {
            shell.Allow(table);
        }
    }

    [Fact]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    public async Task Page_SaysItInASentence_AndGoesOn()
    {
        await using var world = await TestWorld.CreateAsync();
        using var shell = world.Shell();
        await using var context = new ComponentContext(await world.OrganizationAsync());
        var page = context.Open<People>();
        page.Press("Add person");
        page.Type("Name", "Grandma");

        shell.Refuse("people", "planted.unknown");
        page.Submit();
        page.Sees("Nothing was saved");

        shell.Allow("people");
        page.Submit();
        page.Sees("Grandma");
    }

    [Fact]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    public async Task Command_SaysItInOneLine()
    {
        using var folder = TestFolder.WithDatabase();
        using var shell = new SqliteShell(folder);
        shell.Refuse("members", "row.exists");

        var run = await CommandRun.OfAsync(
            "admin", "create", "--email", "ada@example.org", "--password", "correct-battery-staple", "--organization", "Family", "--data", folder.Path);

        run.Should().Be(new CommandRun(1, "", $"This was saved already. Look at what is there, then change it.{Environment.NewLine}"));
    }

    [Fact]
    public async Task ConstraintOfATable_IsAConflictToo()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        using var shell = world.Shell();
        shell.Execute("CREATE UNIQUE INDEX planted ON people (name)");
        await ada.PersonAsync("Grandma");

        var again = () => ada.PersonAsync("Grandma");

        (await again.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("data.refused");
    }
}
