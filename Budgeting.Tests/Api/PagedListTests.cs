using System.Net;
using System.Text.Json.Nodes;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>
/// Every list that is given in pages, walked while rows come, go and move: each row that stays is seen exactly once. Found in the
/// document of the API, so that a new list is walked as well.
/// </summary>
public sealed class PagedListTests(ApiServer api) : IClassFixture<ApiServer>
{
    // Their rows can't be added by a request of the list's own address.
    private static readonly string[] WithoutAddition = ["/api/v1/members", "/api/v1/periods/{id}/allocations", "/api/v1/audit"];

    [Fact]
    public async Task Walk_WhileRowsComeAndGo_SeesEachThatStaysOnce()
    {
        var admin = await api.AdminAsync();
        var sample = await ApiSample.CreateAsync(admin.Actor, (await api.MemberAsync(admin, Role.Member)).Actor.MemberId);
        var operations = (await ApiDocument.ReadAsync(admin.Client)).Operations;
        var lists = operations.Where(o => o.Method == HttpMethod.Get && HasCursor(o)).ToList();

        lists.Select(l => l.Path).Except(operations.Where(o => o.Method == HttpMethod.Post).Select(o => o.Path)).Should().BeEquivalentTo(WithoutAddition);
        foreach (var list in lists.Where(l => !WithoutAddition.Contains(l.Path)))
        {
            var addition = operations.Single(o => o.Method == HttpMethod.Post && o.Path == list.Path);
            var record = operations.Where(o => o.Path == $"/api/v1/{list.Path.Split('/')[^1]}/{{id}}").ToDictionary(o => o.Method);
            foreach (var seed in Enumerable.Range(1, 3))
            {
                await new Walk(admin, sample, addition, record, new Random(seed)).CheckAsync(sample.AddressOf(list.Path), $"{list.Path}, seed {seed}");
            }
        }
    }

    private static bool HasCursor(ApiOperation operation) =>
        operation.Json.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "cursor");

    private sealed class Walk(ApiUser user, ApiSample sample, ApiOperation addition, IReadOnlyDictionary<HttpMethod, ApiOperation> record, Random random)
    {
        private const int Rows = 6;

        private readonly HashSet<string> _staying = [];

        public async Task CheckAsync(string path, string because)
        {
            var rows = new List<string>();
            for (var i = 0; i < Rows; i++)
            {
                rows.Add(await AddAsync(path));
            }

            _staying.UnionWith(rows);
            var seen = await WalkAsync(path);

            seen.Where(_staying.Contains).Should().BeEquivalentTo(_staying, because).And.OnlyHaveUniqueItems(because);
        }

        private async Task<List<string>> WalkAsync(string path)
        {
            var seen = new List<string>();
            for (var cursor = ""; cursor is not null;)
            {
                var page = (await user.GetAsync($"{path}?limit=2&cursor={cursor}")).Json;
                var ids = page.GetProperty("items").EnumerateArray().Select(i => i.TryGetProperty("id", out var id) ? id.GetString()! : i.GetRawText()).ToList();
                seen.AddRange(ids);
                cursor = page.GetProperty("nextCursor").GetString();
                await DisturbAsync(path, ids.LastOrDefault());
            }

            return seen;
        }

        // The row at the page's end goes, or moves, or another one comes.
        private async Task DisturbAsync(string path, string? last)
        {
            var isOurs = last is not null && _staying.Contains(last);
            switch (random.Next(3))
            {
                case 0 when isOurs && record.ContainsKey(HttpMethod.Delete):
                    // What can't be deleted stays.
                    if ((await user.DeleteAsync(AddressOf(last!))).Status != HttpStatusCode.Conflict)
                    {
                        _staying.Remove(last!);
                    }

                    break;
                case 1 when isOurs && record.TryGetValue(HttpMethod.Patch, out var patch) && patch.Body?.Contains("\"date\"", StringComparison.Ordinal) == true:
                    _staying.Remove(last!);
                    await SendAsync(HttpMethod.Patch, AddressOf(last!), $$"""{"date": "{{DayOf(addition).AddDays(random.Next(-9, 9)):yyyy-MM-dd}}"}""");
                    break;
                case 2 when random.Next(2) == 0:
                    await AddAsync(path);
                    break;
            }
        }

        private async Task<string> AddAsync(string path)
        {
            var body = JsonNode.Parse(await sample.ContentOf(addition)!.ReadAsStringAsync())!.AsObject();
            if (body.ContainsKey("programId"))
            {
                body["programId"] = (await user.Actor.ProgramAsync($"{Guid.NewGuid():N}"[..20])).Id;
            }

            if (body.ContainsKey("meterSerial"))
            {
                body["meterSerial"] = $"{Guid.NewGuid()}";
            }

            if (body.ContainsKey("date"))
            {
                body["date"] = DayOf(addition).AddDays(random.Next(-9, 9)).ToString("yyyy-MM-dd", null);
            }

            var answer = await SendAsync(HttpMethod.Post, path, body.ToJsonString());
            return (answer.Json.TryGetProperty("id", out var id) ? id : answer.Json.EnumerateObject().First(p => p.Value.ValueKind == System.Text.Json.JsonValueKind.Object).Value.GetProperty("id")).GetString()!;
        }

        private string AddressOf(string id) => $"/api/v1/{addition.Path.Split('/')[^1]}/{id}";

        private static DateOnly DayOf(ApiOperation operation) => DateOnly.Parse(JsonNode.Parse(operation.Body!)!["date"]!.GetValue<string>(), null);

        private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? body)
        {
            var answer = await user.Client.SendAsync(method, path, body);
            ((int)answer.Status).Should().BeInRange(200, 299, $"{method} {path} {body} answered {answer.Text}");
            return answer;
        }
    }
}
