using Budgeting.Core.Kernel.Changes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Budgeting.Core.Kernel;

public static class KernelRegistration
{
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<ChangeFeed>().AddSingleton<SharedLoads>();
    }
}
