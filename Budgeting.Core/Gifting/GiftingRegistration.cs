using Budgeting.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.Gifting;

public static class GiftingRegistration
{
    public static IServiceCollection AddGifting(this IServiceCollection services) => services
        .AddScoped<PeopleService>()
        .AddScoped<OccasionsService>()
        .AddScoped<SubBudgetsService>()
        .AddSingleton<RemovedPictures>()
        .AddScoped<IUndoHandler, GiftingUndoHandler>()
        .AddScoped<GiftsService>()
        .AddScoped<GiftPicturesService>()
        .AddScoped<GiftImportService>()
        .AddScoped<WishesService>()
        .AddScoped<GuestLinksService>()
        .AddScoped<GuestsService>()
        .AddScoped<PurchasesService>();
}
