using PrimeTask.Web;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddTrustedProxies();
builder.AddApiProxy();
builder.AddWebApp();

var app = builder.Build();

// Before the developer's exception page, which Development would add otherwise.
app.UseExceptionHandler(failed => failed.Run(context => context.Response.WriteAsync("PrimeTask failed to serve this. Its log says why.")));
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseStatusCodePages("text/plain; charset=utf-8", "There is nothing to serve here (HTTP status {0}).");
app.UseResponseCompression();

app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapWebApp();

app.Run();
