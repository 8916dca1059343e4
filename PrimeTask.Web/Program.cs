using PrimeTask.Web;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddHttpServer();
builder.AddTrustedProxies();
builder.AddApiProxy();
builder.AddWebApp();

var app = builder.Build();

// Before the developer's exception page, which Development would add otherwise.
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
    ExceptionHandler = context => Failures.WriteAsync(context, context.Response.StatusCode),
});
app.UseSecurityHeaders();
app.UseHttpServer();
app.UseStatusCodePages(context => Failures.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
app.UseWholeAddresses();
app.UseResponseCompression();

app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapWebApp();

app.Run();
