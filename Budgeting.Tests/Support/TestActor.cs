using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Support;

/// <summary>A signed-in member and the services as they see them.</summary>
public sealed class TestActor
{
    private readonly IServiceScope _scope;

    public TestActor(IServiceScope scope, MemberIdentity identified)
    {
        (_scope, MemberIdentity) = (scope, identified);
        Current.SignIn(identified.OrganizationId, identified.MemberId, identified.TokenId, identified.Ceiling);
    }

    public IServiceProvider Services => _scope.ServiceProvider;

    public MemberIdentity MemberIdentity { get; }

    public Guid OrganizationId => MemberIdentity.OrganizationId;

    public Guid MemberId => MemberIdentity.MemberId;

    public CurrentMember Current => Get<CurrentMember>();

    public OrganizationsService Organizations => Get<OrganizationsService>();

    public InvitationsService Invitations => Get<InvitationsService>();

    public TokensService Tokens => Get<TokensService>();

    public PeopleService People => Get<PeopleService>();

    public OccasionsService Occasions => Get<OccasionsService>();

    public SubBudgetsService SubBudgets => Get<SubBudgetsService>();

    public GiftsService Gifts => Get<GiftsService>();


    public UndoService Undo => Get<UndoService>();

    public GiftPicturesService Pictures => Get<GiftPicturesService>();

    public GiftImportService Imports => Get<GiftImportService>();

    public WishesService Wishes => Get<WishesService>();

    public GuestLinksService GuestLinks => Get<GuestLinksService>();

    public GuestsService Guests => Get<GuestsService>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The figures as they are now, for an assertion that waits.</summary>
    public OccasionFigures Figures(OccasionDto occasion) => Occasions.FiguresAsync(occasion.Id, CancellationToken.None).GetAwaiter().GetResult();

    public Task<OccasionDto> OccasionAsync(decimal? budget = 500, string name = "Christmas", bool ideasCount = true) =>
        Occasions.AddAsync(
            new OccasionInput { Name = name, Date = new DateOnly(2026, 12, 24), BudgetTotal = budget, IdeasCountAsPlanned = ideasCount },
            CancellationToken.None);

    public Task<PersonDto> PersonAsync(string name = "Grandma") =>
        People.AddAsync(new PersonInput { Name = name }, CancellationToken.None);

    public Task<GiftDto> GiftAsync(
        OccasionDto occasion, decimal? price = 20, GiftStatus status = GiftStatus.Selected, Guid? recipient = null, int quantity = 1, string name = "Book") =>
        Gifts.AddAsync(
            occasion.Id,
            new GiftInput { Name = name, Price = price, Status = status, RecipientId = recipient, Quantity = quantity },
            CancellationToken.None);
}
