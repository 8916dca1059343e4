using Microsoft.Extensions.Options;
using PrimeTask.Web;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSecretFiles();
    if (args is [HealthCommand.Name])
        return await HealthCommand.RunAsync(builder.Configuration);

    builder.MustPass(Checklist.ProxiesAreNamed, Checklist.HostsAreNamed);
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
    app.UseWholeAddresses();
    app.UseResponseCompression();

    app.MapDefaultEndpoints();
    app.MapApiProxy();
    app.MapWebApp();

    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
    return 1;
}
