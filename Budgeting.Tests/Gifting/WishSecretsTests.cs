using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>Two worlds that differ in what is kept from somebody answer them alike.</summary>
public sealed class WishSecretsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    // What Max does with wishes is answered the same, whatever Ada does with their gifts in one of two worlds.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task WhatIsAnsweredOfWishes_IsTheSame_WhateverBecomesOfTheirGifts(int seed)
    {
        var (with, without) = (await RunAsync(seed, secrets: true), await RunAsync(seed, secrets: false));
        with.Should().Equal(without);
    }

    private async Task<List<string>> RunAsync(int seed, bool secrets)
    {
        var ada = await fixture.World.OrganizationAsync();
        var max = await fixture.World.MemberAsync(ada, Role.Member);
        var self = await ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var grandma = await ada.PersonAsync();
        var occasion = await ada.OccasionAsync();
        var elsewhere = await ada.OccasionAsync(name: "Elsewhere");
        var (choices, hidden) = (new Random(seed), new Random(seed + 99));
        var said = new List<string>();
        var wishes = new List<Guid>();
        var writes = new List<Guid>();
        for (var step = 0; step < 60; step++)
        {
            fixture.World.Clock.Tick();
            for (var i = 0; i < 3; i++)
            {
                var (kind, pick) = (hidden.Next(8), hidden.Next(1000));
                if (!secrets)
                {
                    continue;
                }

                try
                {
                    var deleted = await ada.Gifts.ListDeletedAsync(occasion.Id, default);
                    var gifts = (await ada.Gifts.ListAsync(occasion.Id, PageRequest.First, default)).Items.Where(g => g.RecipientId == self.Id).ToList();
                    var gift = gifts.Count == 0 ? null : gifts[pick % gifts.Count];
                    switch (kind)
                    {
                        case 0: await ada.GiftAsync(occasion, recipient: self.Id); break;
                        case 1: await ada.Gifts.DeleteAsync(gift!.Id, null, default); break;
                        case 2: await ada.Gifts.UpdateAsync(gift!.Id, gift.ToInput() with { Name = $"N{pick}", Price = pick, BuyerId = ada.MemberId }, null, default); break;
                        case 3: await ada.Gifts.TransferAsync(gift!.Id, elsewhere.Id, null, default); break;
                        case 4 or 5: await ada.Gifts.RestoreAsync(deleted[pick % deleted.Count].Id, deleted[pick % deleted.Count].LastVersion, null, default); break;
                        case 6: await ada.Pictures.SetAsync(gift!.Id, PictureInput.Of(TestPictures.Png), null, default); break;
                        default: await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, self.Id, pick, null, default); break;
                    }
                }
                catch (Exception nothing) when (nothing is DomainException or NullReferenceException or DivideByZeroException)
                {
                    // There is none.
                }

                fixture.World.Clock.Tick();
            }

            var (act, which, number) = (choices.Next(9), choices.Next(1000), choices.Next(1, 6));
            using var capture = WriteCapture.Open();
            try
            {
                switch (wishes.Count == 0 ? 0 : act)
                {
                    case 0:
                        var wish = await max.Wishes.AddAsync(occasion.Id, new WishInput { Name = $"W{step}" }, default);
                        wishes.Add(wish.Id);
                        break;
                    case 1 or 2: await max.Wishes.DeleteAsync(wishes[which % wishes.Count], null, default); break;
                    case 3: await max.Wishes.UpdateAsync(wishes[which % wishes.Count], new WishInput { Name = $"C{step}", Notes = "x" }, null, default); break;
                    case 4 or 5: said.Add(System.Text.Json.JsonSerializer.Serialize((await max.Wishes.RestoreAsync(wishes[which % wishes.Count], number, null, default)).Record with { Id = default, OccasionId = default })); break;
                    case 6 or 7 when writes.Count > 0: said.Add(string.Join("|", (await max.Undo.UndoAsync(writes[which % writes.Count], default)).Remarks)); break;
                    default: said.Add($"open {(writes.Count == 0 ? null : await max.Undo.IsOpenAsync(writes[which % writes.Count], default))}"); break;
                }

                said.Add($"{act} done {capture.WriteId is not null}");
            }
            catch (DomainException refused)
            {
                said.Add($"{act} {refused.GetType().Name} {refused.Message}");
            }

            if (capture.WriteId is { } write)
            {
                writes.Add(write);
            }

            said.Add(string.Join(",", (await max.Wishes.ListAsync(occasion.Id, PageRequest.First, default)).Items.Select(w => $"{w.Name} {w.Version}")));
            said.Add(string.Join(",", (await max.Wishes.ListDeletedAsync(occasion.Id, default)).Select(w => $"{w.Record.Name} {w.Version}")));
            said.Add($"{(await max.Gifts.ListDeletedAsync(occasion.Id, default)).Count} {(await max.Gifts.ListAsync(occasion.Id, PageRequest.First, default)).Items.Count}");
        }

        return said;
    }
}
