using Bare.Page;
using Microsoft.AspNetCore.Mvc;

// The least that Blazor Server does: what the load benchmark compares the product with.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton<PushedText>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseAntiforgery();
app.MapPut("/text", ([FromBody] string text, PushedText pushed) => pushed.Push(text));
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
