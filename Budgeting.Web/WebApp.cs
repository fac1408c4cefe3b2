using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;
using Budgeting.Web.Api;
using Budgeting.Web.Api.Http;
using Budgeting.Web.Components;
using Budgeting.Web.Identity;
using Budgeting.Web.Modules;
using Budgeting.Web.Security;

namespace Budgeting.Web;

/// <summary>The server, put together: the table of contents of this project.</summary>
public static class WebApp
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Create(WebAppOptions options)
    {
        // By its name it finds its static files, whichever process hosts it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddEnvironmentVariables("BUDGETING_");
        Settings.Require(builder.Configuration);
        // Standard output is for what a command answers.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseStaticWebAssets();

        // Files that change while the app runs are for development only: the endpoint that finds them takes GET at every address,
        // and would make a 405 of each 404.
        if (!builder.Environment.IsDevelopment())
        {
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        var urls = ListeningAddresses.Parse(options.Urls ?? builder.Configuration["urls"] ?? DefaultUrl);
        builder.WebHost.UseUrls(urls);
        builder.Configuration[AllowedHosts.Setting] = options.AllowedHosts ?? builder.Configuration[AllowedHosts.Setting];
        builder.Services.AddStore(options, builder.Configuration);
        builder.Services.AddKernel().AddOrganizations().AddSampleData();
        foreach (var module in WebModule.All)
        {
            module.AddServices(builder.Services, builder.Configuration);
        }

        builder.Services.AddHostedService<StorageMaintenance>();
        builder.Services.AddWebIdentity();
        builder.Services.AddWebSecurity(builder.Configuration, urls);
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddPages(builder.Configuration);
        options.Configure?.Invoke(builder);

        var app = builder.Build();
        app.UseWebSecurity((context, refusal) => ErrorMapping.WriteAsync(context, StatusCodes.Status400BadRequest, "request.host", refusal, errors: null));

        // Here rather than first, so that an error page finds its endpoint when the request is executed again.
        app.UseRouting();
        app.UsePages();
        app.UseApi();
        app.UseWebIdentity();
        app.MapStaticAssets().AllowAnonymous().KeepVersions();
        app.MapApi();
        app.MapWebIdentity();
        app.MapPages();
        return app;
    }
}
