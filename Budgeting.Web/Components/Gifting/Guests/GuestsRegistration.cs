namespace Budgeting.Web.Components.Gifting;

public static class GuestsRegistration
{
    public static IServiceCollection AddGuests(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<GuestRateLimitOptions>(configuration.GetSection("RateLimits:Guests"));
        services.AddRateLimiter(limits => limits.AddPolicy<string, GuestRateLimit>(GuestRateLimit.Policy));
        return services.AddSingleton<GuestCookie>();
    }
}
