using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Core.SampleData;

public static class SampleDataRegistration
{
    public static IServiceCollection AddSampleData(this IServiceCollection services)
    {
        foreach (var part in typeof(ISampleData).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISampleData))))
        {
            services.AddScoped(typeof(ISampleData), part);
        }

        return services.AddScoped<OfficeSampleData>().AddScoped(s => new SampleDataService(s.GetServices<ISampleData>()));
    }
}
