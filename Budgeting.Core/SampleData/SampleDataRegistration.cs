using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.SampleData;

public static class SampleDataRegistration
{
    public static IServiceCollection AddSampleData(this IServiceCollection services) => services.AddScoped<SampleDataService>().AddScoped<SampleCostsService>();
}
