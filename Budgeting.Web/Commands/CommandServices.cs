using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Web.Commands;

/// <summary>The services of the app on its data folder, for a command beside which a server may run.</summary>
internal sealed class CommandServices : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AsyncServiceScope _scope;

    private CommandServices(WebApplication app) => (_app, _scope) = (app, app.Services.CreateAsyncScope());

    public SetupService Setup => Get<SetupService>();

    /// <exception cref="StorageException">The database can't be opened.</exception>
    public static async Task<CommandServices> OpenAsync(WebAppOptions options, CancellationToken cancellationToken)
    {
        // What goes wrong is told in one line by the command.
        var app = WebApp.Create(options with { Configure = builder => builder.Logging.ClearProviders() });
        await app.Services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: false, cancellationToken);
        return new CommandServices(app);
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The organization of a name, or the only one there is; <c>null</c> where there is none.</summary>
    /// <exception cref="ConflictException">There are several: <c>organization.ambiguous</c>.</exception>
    public async Task<OrganizationDto?> FindOrganizationAsync(string? name, CancellationToken cancellationToken) =>
        await Setup.OrganizationsAsync(name, cancellationToken) switch
        {
            [] => null,
            [var one] => one,
            _ => throw new ConflictException(
                "organization.ambiguous",
                name is null ? "There are several organizations: say which with --organization NAME." : $"There are several organizations named “{name}”."),
        };

    /// <inheritdoc cref="FindOrganizationAsync"/>
    /// <exception cref="ConflictException">There is none: <c>organization.unknown</c>.</exception>
    public async Task<OrganizationDto> RequireOrganizationAsync(string? name, CancellationToken cancellationToken) =>
        await FindOrganizationAsync(name, cancellationToken) ?? throw new ConflictException(
            "organization.unknown", name is null ? "There is no organization yet." : $"There is no organization named “{name}”.");

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
    }
}
