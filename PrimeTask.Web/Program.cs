using PrimeTask.Web;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddTrustedProxies();
builder.AddApiProxy();
builder.AddWebApp();

var app = builder.Build();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseStatusCodePages("text/plain; charset=utf-8", "There is nothing to serve here (HTTP status {0}).");
app.UseResponseCompression();

app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapWebApp();

app.Run();
