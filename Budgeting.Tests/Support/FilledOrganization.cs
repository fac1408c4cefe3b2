using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Tests.Support;

/// <summary>An organization that has at least one row of every kind.</summary>
public sealed record FilledOrganization(
    TestActor Admin, PersonDto Person, OccasionDto Occasion, GiftDto Gift, SubBudgetDto SubBudget, NewInvitation Invitation, NewToken Token, TestActor Wisher, WishDto Wish, NewGuestLink GuestLink)
{
    public static async Task<FilledOrganization> CreateAsync(TestWorld world, string name = "Family", bool withModules = true)
    {
        var admin = await world.OrganizationAsync(name);
        var person = await admin.PersonAsync();
        var occasion = await admin.OccasionAsync();
        var gift = await admin.GiftAsync(occasion, recipient: person.Id);
        gift = await admin.Pictures.SetAsync(gift.Id, PictureInput.Of(TestPictures.Png), version: null, CancellationToken.None);
        var subBudget = await admin.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 100, version: null, CancellationToken.None);
        var guestLink = await admin.GuestLinks.CreateAsync(occasion.Id, new GuestLinkInput(), CancellationToken.None);
        var (wisher, wish) = await WishAsync(world, admin);
        var invitation = await admin.Invitations.CreateAsync(Role.Member, note: null, CancellationToken.None);
        var token = await admin.Tokens.CreateAsync("Program", role: null, CancellationToken.None);
        (await admin.Tokens.AuthenticateAsync(token.Secret, CancellationToken.None)).Should().NotBeNull();
        await admin.Get<TokenUses>().WriteAsync(CancellationToken.None);
        var keyed = world.ActAs(admin.MemberIdentity);
        keyed.Get<Idempotency>().Use("key", [1]);
        await keyed.PersonAsync("Grandpa");
        if (withModules)
        {
            await FilledCosts.CreateAsync(admin);
            await FilledOffice.CreateAsync(admin);
        }

        return new FilledOrganization(admin, person, occasion, gift, subBudget, invitation, token, wisher, wish, guestLink);
    }

    private static async Task<(TestActor Wisher, WishDto Wish)> WishAsync(TestWorld world, TestActor admin)
    {
        var wisher = await world.MemberAsync(admin, Role.Member, "Wisher");
        await admin.People.AddAsync(new PersonInput { Name = "Wisher", MemberId = wisher.MemberId }, CancellationToken.None);
        var occasion = await admin.OccasionAsync(name: "Wisher's birthday");
        return (wisher, await wisher.Wishes.AddAsync(occasion.Id, new WishInput { Name = "Book" }, CancellationToken.None));
    }
}
