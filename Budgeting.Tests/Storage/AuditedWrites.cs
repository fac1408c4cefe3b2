using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

/// <summary>A kind of write, and the audit entries that it leaves.</summary>
internal sealed record AuditedWrite(Func<AuditedScene, Task> Act, params string[] Entries);

/// <summary>An organization with something for every kind of write.</summary>
internal sealed record AuditedScene(FilledOrganization Filled, PersonDto Unused, OccasionDto WithoutGifts, User Stranger, Guid LastWrite, FilledCosts? MaybeCosts, FilledOffice? MaybeOffice)
{
    public TestActor Admin => Filled.Admin;

    public FilledCosts Costs => MaybeCosts!;

    public FilledOffice Office => MaybeOffice!;

    public static async Task<AuditedScene> CreateAsync(TestWorld world, bool withCosts = false, bool withOffice = false)
    {
        var filled = await FilledOrganization.CreateAsync(world, $"Family {Guid.NewGuid():N}", withModules: false);
        var unused = await filled.Admin.PersonAsync("Unused");
        var withoutGifts = await filled.Admin.OccasionAsync(name: "Without gifts");
        using var capture = WriteCapture.Open();
        await filled.Admin.SubBudgets.SetAsync(withoutGifts.Id, BudgetedEntity.Person, filled.Person.Id, 1, null, CancellationToken.None);
        var lastWrite = capture.WriteId!.Value;
        var elsewhere = await world.OrganizationAsync("Elsewhere");
        await using var db = world.Db(elsewhere.OrganizationId);
        var stranger = await db.Users.SingleAsync(u => db.Set<Member>().Any(m => m.UserId == u.Id));
        return new AuditedScene(
            filled, unused, withoutGifts, stranger, lastWrite,
            withCosts ? await FilledCosts.CreateAsync(filled.Admin) : null, withOffice ? await FilledOffice.CreateAsync(filled.Admin) : null);
    }
}

/// <summary>Every kind of write there is, by service and method.</summary>
internal static class AuditedWrites
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyDictionary<string, AuditedWrite> All { get; } = new Dictionary<string, AuditedWrite>
    {
        ["PeopleService.AddAsync"] = new(s => s.Admin.PersonAsync("New"), "Person Created"),
        ["PeopleService.UpdateAsync"] = new(s => s.Admin.People.UpdateAsync(s.Unused.Id, new PersonInput { Name = "New" }, null, None), "Person Changed"),
        ["PeopleService.DeleteAsync"] = new(s => s.Admin.People.DeleteAsync(s.Unused.Id, null, None), "Person Deleted"),
        ["OccasionsService.AddAsync"] = new(s => s.Admin.OccasionAsync(), "Occasion Created"),
        ["OccasionsService.UpdateAsync"] = new(s => s.Admin.Occasions.UpdateAsync(s.Filled.Occasion.Id, Renamed(s.Filled.Occasion), null, None), "Occasion Changed"),
        ["OccasionsService.SetBudgetAsync"] = new(s => s.Admin.Occasions.SetBudgetAsync(s.Filled.Occasion.Id, 1, null, None), "Occasion Changed"),
        ["OccasionsService.DeleteAsync"] = new(
            s => s.Admin.Occasions.DeleteAsync(s.WithoutGifts.Id, null, None), "SubBudget Deleted", "Occasion Deleted"),
        ["SubBudgetsService.SetAsync"] = new(s => SetSubBudgetAsync(s, s.Filled.Person), "SubBudget Changed"),
        ["SubBudgetsService.SetAsync (first)"] = new(s => SetSubBudgetAsync(s, s.Unused), "SubBudget Created"),
        ["SubBudgetsService.DeleteAsync"] = new(
            s => s.Admin.SubBudgets.DeleteAsync(s.Filled.Occasion.Id, BudgetedEntity.Person, s.Filled.Person.Id, null, None), "SubBudget Deleted"),
        ["GiftsService.AddAsync"] = new(s => s.Admin.GiftAsync(s.Filled.Occasion), "Gift Created"),
        ["GiftsService.UpdateAsync"] = new(s => s.Admin.Gifts.UpdateAsync(s.Filled.Gift.Id, new GiftInput { Name = "New" }, null, None), "Gift Changed"),
        ["GiftsService.MoveAsync"] = new(s => s.Admin.Gifts.MoveAsync(s.Filled.Gift.Id, new GiftMove(GiftStatus.Purchased, null), null, None), "Gift Changed"),
        ["GiftsService.DeleteAsync"] = new(s => s.Admin.Gifts.DeleteAsync(s.Filled.Gift.Id, null, None), "Gift Deleted"),
        ["GiftsService.RestoreAsync"] = new(s => s.Admin.Gifts.RestoreAsync(s.Filled.Gift.Id, 1, null, None), "Gift Changed"),
        ["UndoService.UndoAsync"] = new(s => s.Admin.Undo.UndoAsync(s.LastWrite, None), "SubBudget Deleted"),
        ["GiftPicturesService.SetAsync"] = new(s => SetPictureAsync(s, PictureInput.Of(TestPictures.Gif)), "Gift Changed"),
        ["GiftPicturesService.SetAsync (none)"] = new(s => SetPictureAsync(s, PictureInput.None), "Gift Changed"),
        ["GiftsService.TransferAsync"] = new(s => s.Admin.Gifts.TransferAsync(s.Filled.Gift.Id, s.WithoutGifts.Id, null, None), "Gift Changed"),
        ["GiftImportService.ImportAsync"] = new(
            s => s.Admin.Imports.ImportAsync(s.Filled.Occasion.Id, "name,recipient\nOne,Olga\nTwo,Olga"u8.ToArray(), addPeople: true, None),
            "Gift Created", "Gift Created", "Person Created"),
        ["WishesService.AddAsync"] = new(
            s => s.Filled.Wisher.Wishes.AddAsync(s.Filled.Occasion.Id, new WishInput { Name = "New" }, None), "Gift Created", "Wish Created"),
        ["WishesService.UpdateAsync"] = new(
            s => s.Filled.Wisher.Wishes.UpdateAsync(s.Filled.Wish.Id, new WishInput { Name = "New" }, null, None), "Gift Changed", "Wish Changed"),
        ["WishesService.DeleteAsync"] = new(s => s.Filled.Wisher.Wishes.DeleteAsync(s.Filled.Wish.Id, null, None), "Gift Deleted", "Wish Deleted"),
        ["PeopleService.RestoreAsync"] = new(
            async s =>
            {
                await s.Admin.People.DeleteAsync(s.Unused.Id, null, None);
                await s.Admin.People.RestoreAsync(s.Unused.Id, 1, null, None);
            },
            "Person Created", "Person Deleted"),
        ["OccasionsService.RestoreAsync"] = new(
            async s =>
            {
                await s.Admin.Occasions.UpdateAsync(s.Filled.Occasion.Id, s.Filled.Occasion.ToInput() with { Name = "New" }, null, None);
                await s.Admin.Occasions.RestoreAsync(s.Filled.Occasion.Id, 1, null, None);
            },
            "Occasion Changed", "Occasion Changed"),
        ["WishesService.RestoreAsync"] = new(
            async s =>
            {
                await s.Filled.Wisher.Wishes.DeleteAsync(s.Filled.Wish.Id, null, None);
                await s.Filled.Wisher.Wishes.RestoreAsync(s.Filled.Wish.Id, 1, null, None);
            },
            "Gift Created", "Gift Deleted", "Wish Created", "Wish Deleted"),
        ["OccasionsService.StartNextAsync"] = new(
            s => s.Admin.Occasions.StartNextAsync(s.WithoutGifts.Id, new NextOccasionInput(), None), "SubBudget Created", "Occasion Created"),
        ["SubBudgetsService.TransferAsync"] = new(
            s => s.Admin.SubBudgets.TransferAsync(s.WithoutGifts.Id, new SubBudgetTransferInput(s.Filled.Person.Id, s.Unused.Id, 1), None),
            "SubBudget Changed",
            "SubBudget Created"),
        ["GuestLinksService.CreateAsync"] = new(s => s.Admin.GuestLinks.CreateAsync(s.Filled.Occasion.Id, new GuestLinkInput(), None), "GuestLink Created"),
        ["GuestLinksService.RevokeAsync"] = new(s => s.Admin.GuestLinks.RevokeAsync(s.Filled.GuestLink.Link.Id, None), "GuestLink Changed"),
        ["GuestsService.TakeAsync"] = new(s => s.Admin.Guests.TakeAsync(s.Filled.GuestLink.Secret, Guid.NewGuid(), s.Filled.Gift.Id, "Mia", None), "Gift Changed"),
        ["OrganizationsService.UpdateAsync"] = new(
            s => s.Admin.Organizations.UpdateAsync(new OrganizationInput { Name = "New", Currency = "USD" }, null, None), "Organization Changed"),
        ["OrganizationsService.UpdateMemberAsync"] = new(
            s => s.Admin.Organizations.UpdateMemberAsync(s.Admin.MemberId, new MemberInput { Name = "New", Role = Role.Admin }, null, None), "Member Changed"),
        ["InvitationsService.CreateAsync"] = new(s => s.Admin.Invitations.CreateAsync(Role.Viewer, null, None), "Invitation Created"),
        ["InvitationsService.RevokeAsync"] = new(s => s.Admin.Invitations.RevokeAsync(s.Filled.Invitation.Invitation.Id, None), "Invitation Changed"),
        ["InvitationsService.AcceptAsync"] = new(
            s => s.Admin.Invitations.AcceptAsync(s.Filled.Invitation.Secret, NewAccount(), None), "Invitation Changed", "Member Created"),
        ["InvitationsService.AcceptAsync (with an account)"] = new(
            s => s.Admin.Invitations.AcceptAsync(s.Filled.Invitation.Secret, s.Stranger, "Stranger", None), "Invitation Changed", "Member Created"),
        ["TokensService.CreateAsync"] = new(s => s.Admin.Tokens.CreateAsync("New", null, None), "ApiToken Created"),
        ["TokensService.CreateForAsync"] = new(s => s.Admin.Tokens.CreateForAsync(s.Admin.MemberId, "New", null, None), "ApiToken Created"),
        ["TokensService.RevokeAsync"] = new(s => s.Admin.Tokens.RevokeAsync(s.Filled.Token.Token.Id, None), "ApiToken Changed"),
        ["SetupService.CreateOrganizationAsync"] = new(
            s => s.Admin.Get<SetupService>().CreateOrganizationAsync(NewOrganization(), None), "Member Created", "Organization Created"),
        ["SetupService.CreateMemberAsync"] = new(
            s => s.Admin.Get<SetupService>().CreateMemberAsync(NewAccount(), Role.Member, s.Admin.OrganizationId, None), "Member Created"),
    };

    public static SetupInput NewOrganization() => new() { Admin = NewAccount(), OrganizationName = "New", Currency = "USD" };

    private static AccountInput NewAccount() => new() { Name = "New", Email = $"{Guid.NewGuid():N}@example.org", Password = TestWorld.Password };

    private static OccasionInput Renamed(OccasionDto occasion) => new() { Name = "New", Date = occasion.Date };

    private static Task SetPictureAsync(AuditedScene scene, PictureInput picture) =>
        scene.Admin.Pictures.SetAsync(scene.Filled.Gift.Id, picture, version: null, None);

    private static Task SetSubBudgetAsync(AuditedScene scene, PersonDto person) =>
        scene.Admin.SubBudgets.SetAsync(scene.Filled.Occasion.Id, BudgetedEntity.Person, person.Id, 1, null, None);
}
