using System.Text.Json;
using System.Text.RegularExpressions;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>
/// An organization in which others plan surprises for one member, or don't, and all that this member can read. Ids are told by the
/// order in which they are first seen, so that two such organizations can be compared.
/// </summary>
public sealed partial class SurpriseWorld : IDisposable
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<Guid> _seen = [];
    private readonly List<Guid> _hidden = [];
    private readonly List<Guid> _wishes = [];
    private TestBrowser _browser = null!;
    private ApiUser _viewer = null!;
    private TestActor _ada = null!;
    private PersonDto _self = null!;
    private PersonDto _other = null!;
    private OccasionDto _occasion = null!;
    private NewGuestLink _link = null!;

    public TestActor Viewer => _viewer.Actor;

    public OccasionDto Occasion => _occasion;

    public static async Task<SurpriseWorld> CreateAsync(TestServer server, TestClock clock, Role viewer)
    {
        var world = new SurpriseWorld { _ada = await server.Services.OrganizationAsync() };
        clock.Tick();
        var email = TestActors.NewEmail();
        var invitation = await world._ada.Invitations.CreateAsync(viewer, note: null, default);
        var account = new AccountInput { Name = "Max", Email = email, Password = TestWorld.Password };
        var max = server.Services.ActAs(await world._ada.Invitations.AcceptAsync(invitation.Secret, account, default));
        var token = await max.Tokens.CreateAsync("tests", role: null, default);
        world._viewer = new ApiUser(max, token, server.Client(token.Secret));
        world._browser = await server.BrowserAsync(email);
        world._self = await world._ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        clock.Tick();
        world._other = await world._ada.PersonAsync("Grandma");
        world._occasion = await world._ada.OccasionAsync(budget: 300);
        world._link = await world._ada.GuestLinks.CreateAsync(world._occasion.Id, new GuestLinkInput { KeptForId = world._self.Id }, default);
        return world;
    }

    /// <summary>What others do for the viewer, and the viewer is not to know.</summary>
    public async Task HideAsync(Random random)
    {
        var price = random.Next(1, 40_000) / 100m;
        var pick = _hidden.Count == 0 ? 0 : random.Next(8);
        var gift = _hidden.Count == 0 ? Guid.Empty : _hidden[random.Next(_hidden.Count)];
        switch (pick)
        {
            case 0 or 1:
                _hidden.Add((await _ada.GiftAsync(_occasion, price, (GiftStatus)random.Next(4), _self.Id, random.Next(1, 4), "Secret " + price)).Id);
                break;
            case 2:
                await ChangeAsync(_ada, gift, g => g with { Price = price, Name = "Secret too", Status = (GiftStatus)random.Next(4) });
                break;
            case 3:
                var behind = _seen.Count == 0 ? (Guid?)null : _seen[random.Next(_seen.Count)];
                var status = behind is { } id ? (await _ada.Gifts.GetAsync(id, default)).Status : GiftStatus.Idea;
                await _ada.Gifts.MoveAsync(gift, new GiftMove(status, behind), version: null, default);
                break;
            case 4:
                await _ada.Gifts.DeleteAsync(gift, version: null, default);
                _hidden.Remove(gift);
                break;
            case 5:
                await _ada.Pictures.SetAsync(gift, PictureOf(random), version: null, default);
                break;
            case 6:
                await _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, _self.Id, price, version: null, default);
                break;
            default:
                // Until there is no room between two neighbours, and the column is numbered anew.
                for (var i = 0; i < 25 && _seen.Count > 0; i++)
                {
                    var first = await _ada.Gifts.GetAsync(_seen[0], default);
                    await _ada.Gifts.MoveAsync(gift, new GiftMove(first.Status, i % 2 == 0 ? first.Id : null), version: null, default);
                }

                break;
        }
    }

    /// <summary>What everybody may know, done by one of the others or by the viewer.</summary>
    public async Task<string> ActAsync(Random random)
    {
        var price = random.Next(1, 40_000) / 100m;
        var gift = _seen.Count == 0 ? Guid.Empty : _seen[random.Next(_seen.Count)];
        var occasion = $"/api/v1/occasions/{_occasion.Id}";
        var other = _seen.Count == 0 ? Guid.Empty : _seen[random.Next(_seen.Count)];
        switch (_seen.Count == 0 ? 0 : random.Next(21))
        {
            case 0 or 1:
                var recipient = random.Next(2) == 0 ? _other.Id : (Guid?)null;
                var made = await _ada.GiftAsync(_occasion, price, (GiftStatus)random.Next(4), recipient, name: "Open " + price);
                _seen.Add(made.Id);
                return "added";
            case 2:
                await ChangeAsync(_ada, gift, g => g with { Price = price });
                return "changed";
            case 3:
                return Told(await _viewer.PostAsync($"/api/v1/gifts/{gift}/move", $$"""{"status": "{{(GiftStatus)random.Next(4)}}"}"""));
            case 4:
                return Told(await _viewer.PatchAsync($"/api/v1/gifts/{gift}", $$"""{"price": {{JsonSerializer.Serialize(price)}}}"""));
            case 5:
                return Told(await _viewer.DeleteAsync(occasion)) + Told(await _viewer.DeleteAsync($"/api/v1/people/{_self.Id}"));
            case 6:
                return Told(await _viewer.PutAsync($"{occasion}/sub-budgets/person/{_self.Id}", """{"amount": 5}""")) +
                    Told(await _viewer.DeleteAsync($"{occasion}/sub-budgets/person/{_self.Id}"));
            case 7:
                return Told(await WishAsync(price));
            case 8:
                return _wishes.Count == 0 ? "" : Told(await _viewer.PatchAsync($"/api/v1/wishes/{_wishes[0]}", $$"""{"notes": "{{price}}"}"""));
            case 9:
                return _wishes.Count == 0 ? "" : Told(await TakeBackAsync(_wishes[random.Next(_wishes.Count)]));
            case 10:
                return Told(await _viewer.PostAsync($"{occasion}/sub-budgets/transfers", $$"""{"fromId": "{{_other.Id}}", "toId": "{{_self.Id}}", "amount": 1}""")) +
                    Told(await _viewer.PutAsync($"{occasion}/sub-budgets/member/{_viewer.Actor.MemberId}", $$"""{"amount": {{JsonSerializer.Serialize(price)}}}"""));
            case 11:
                return Told(await _viewer.PostAsync($"{occasion}/gifts", $$"""{"name": "For me", "recipientId": "{{_self.Id}}"}"""));
            case 12:
                await _ada.Pictures.SetAsync(gift, PictureOf(random), version: null, default);
                return "pictured";
            case 13:
                return Told(await _viewer.PatchAsync(occasion, """{"surprises": false}""")) +
                    Told(await _viewer.PatchAsync(occasion, $$"""{"revealOn": "202{{random.Next(6, 9)}}-11-25"}""")) +
                    Told(await _viewer.PatchAsync(occasion, """{"revealOn": null}"""));
            case 14 or 15:
                return Told(await MoveBehindAsync(gift, other)) + Told(await MoveBehindAsync(other, gift)) + Told(await MoveBehindAsync(other, gift));
            case 16:
                await ChangeAsync(_ada, gift, g => g with { RecipientId = random.Next(2) == 0 ? _other.Id : null });
                return "given";
            case 17 or 18:
                return Told(await _viewer.PostAsync($"/api/v1/gifts/{gift}/restore", $$"""{"version": {{random.Next(1, 4)}}}"""));
            case 19:
                return Told(await ImportAsync($"{occasion}/gifts/import?addPeople=true", $"name,recipient,price\nLine,Grandma,{random.Next(9)}")) +
                    Told(await ImportAsync($"{occasion}/gifts/import?preview=true", $"name,recipient,price\nLine,Max,{random.Next(9)}\nSecret {price},,{price}"));
            default:
                return Told(await _viewer.PostAsync($"{occasion}/check", $$"""{"price": {{JsonSerializer.Serialize(price)}}, "recipientId": "{{_other.Id}}"}""")) +
                    Told(await _viewer.PutAsync($"{occasion}/sub-budgets/person/{_other.Id}", $$"""{"amount": {{JsonSerializer.Serialize(price)}}}"""));
        }
    }

    private async Task<ApiAnswer> MoveBehindAsync(Guid gift, Guid other)
    {
        var column = (await _viewer.GetAsync($"/api/v1/gifts/{other}"))["status"];
        return await _viewer.PostAsync($"/api/v1/gifts/{gift}/move", $$"""{"status": "{{column}}", "afterId": "{{other}}"}""");
    }

    private Task<ApiAnswer> ImportAsync(string address, string file) =>
        _viewer.Client.SendContentAsync(HttpMethod.Post, address, new StringContent(file, System.Text.Encoding.UTF8, "text/csv"));

    private async Task<ApiAnswer> WishAsync(decimal price)
    {
        var answer = await _viewer.PostAsync($"/api/v1/occasions/{_occasion.Id}/wishes", $$"""{"name": "Wish {{price}}"}""");
        _wishes.Add(answer.Json.GetProperty("id").GetGuid());

        // The others see what it led to; in one of the two worlds they will do something with it.
        _hidden.AddRange((await _ada.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items.Where(g => g.Wished && !_hidden.Contains(g.Id)).Select(g => g.Id));
        return answer;
    }

    private async Task<ApiAnswer> TakeBackAsync(Guid wish)
    {
        _wishes.Remove(wish);
        var answer = await _viewer.DeleteAsync($"/api/v1/wishes/{wish}");
        var left = (await _ada.Gifts.ListAsync(_occasion.Id, new PageRequest(), default)).Items.Select(g => g.Id).ToHashSet();
        _hidden.RemoveAll(id => !left.Contains(id));
        return answer;
    }

    /// <summary>Everything that the viewer can read.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> operations)
    {
        var read = new List<string>();
        foreach (var path in operations.SelectMany(AddressesOf))
        {
            read.Add($"{Told(path)} → {Told(await _viewer.GetAsync(path))}");
        }

        for (var limit = 1; limit <= 3; limit++)
        {
            read.AddRange(await PagesAsync($"/api/v1/occasions/{_occasion.Id}/gifts?limit={limit}"));
        }

        // A link that was made for them shows them no more, nor does one that they make themselves.
        read.Add(Told(JsonSerializer.Serialize(await _ada.Guests.PageAsync(_link.Secret, Guid.Empty, default))));
        var own = await _viewer.Actor.GuestLinks.CreateAsync(_occasion.Id, new GuestLinkInput(), default);
        read.Add(Told(JsonSerializer.Serialize(await _ada.Guests.PageAsync(own.Secret, Guid.Empty, default))));

        foreach (var path in (string[])["/", "/occasions", "/purchases", "/people", $"/people/{_self.Id}", $"/people/{_other.Id}", "", "?view=list", "?view=list&sort=total", "?segment=planned", "?segment=purchased"])
        {
            var page = path.StartsWith('/') ? path : $"/occasions/{_occasion.Id}{path}";
            read.Add($"{Told(page)} → {Told(await (await _browser.GetAsync(page)).Content.ReadAsStringAsync())}");
        }

        return read;
    }

    public void Dispose() => _browser.Dispose();

    private async Task<IReadOnlyList<string>> PagesAsync(string address)
    {
        var pages = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await _viewer.GetAsync(address + next);
            pages.Add(Told(page));
            next = page.Json.GetProperty("nextCursor").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        return pages;
    }

    private static PictureInput PictureOf(Random random) => PictureInput.Of(random.Next(2) == 0 ? TestPictures.Png : TestPictures.Gif);

    private static async Task ChangeAsync(TestActor actor, Guid id, Func<GiftInput, GiftInput> change) =>
        await actor.Gifts.UpdateAsync(id, change((await actor.Gifts.GetAsync(id, default)).ToInput()), version: null, default);

    private IEnumerable<string> AddressesOf(string template)
    {
        var address = template.Replace("{entityType}", "person", StringComparison.Ordinal);
        var wishes = address.Contains("/wishes/{id}", StringComparison.Ordinal) ? _wishes.Select(id => address.Replace("{id}", id.ToString(), StringComparison.Ordinal)) : null;
        var gifts = address.Contains("/gifts/{id}", StringComparison.Ordinal) ? _seen.Select(id => address.Replace("{id}", id.ToString(), StringComparison.Ordinal)) : null;
        return wishes ?? gifts ??
        [
            .. new[] { _self.Id, _other.Id }.Select(person => address
                .Replace("/people/{id}", $"/people/{person}", StringComparison.Ordinal)
                .Replace("/members/{id}", $"/members/{_viewer.Actor.MemberId}", StringComparison.Ordinal)
                .Replace("/guest-links/{id}", $"/guest-links/{_link.Link.Id}", StringComparison.Ordinal)
                .Replace("/tokens/{id}", $"/tokens/{_viewer.Token.Token.Id}", StringComparison.Ordinal)
                .Replace("/occasions/{id}", $"/occasions/{_occasion.Id}", StringComparison.Ordinal)
                .Replace("{entityId}", person.ToString(), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
        ];
    }

    private string Told(ApiAnswer answer) =>
        $"{(int)answer.Status} {answer.Headers.ETag} {Told(Cursor().Replace(Trace().Replace(answer.Text, ""), "there is more"))}";

    private string Told(string text) => Id().Replace(
        Chance().Replace(text, ""),
        match => _ids.TryGetValue(match.Value, out var known) ? known : _ids[match.Value] = $"#{_ids.Count}");

    [GeneratedRegex(@"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{32}|bdg_[\w-]{4}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Id();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Trace();

    // Of an id, which is told by the item that has it.
    [GeneratedRegex("\"nextCursor\":\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Cursor();

    // What is new at every request: the state that a page hands to its circuit, and the tokens of its forms.
    [GeneratedRegex("<!--Blazor[^>]*-->|name=\"__RequestVerificationToken\" value=\"[^\"]*\"|nonce=\"[^\"]*\"|<persist-component-state.*?</persist-component-state>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Chance();
}
