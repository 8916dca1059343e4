using Microsoft.Extensions.Options;
using PrimeTask.ApiService;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Http;
using PrimeTask.ApiService.Tasks;

try
{
    // The settings lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddServiceDefaults();
    builder.AddDatabase();
    builder.AddListCaching();
    builder.AddPipeline();
    builder.AddRequestLimits();
    builder.AddDocumentation();
    builder.AddAccounts();
    builder.AddIdempotency();
    builder.AddTasks();

    var app = builder.Build();
    if (OperatorCommands.AreAsked(args))
        return await OperatorCommands.RunAsync(app, args);

    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.UsePipeline();
    app.UseDocumentationPages();
    app.UseRouting();
    app.UseListAnswers();
    app.UseRequestTimeouts();
    app.UseCors();
    app.UseRequestLimits();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseOutputCache();

    app.MapDefaultEndpoints();
    app.MapDocumentation();

    var api = app.MapGroup("/api/v1");
    api.MapAccounts();
    api.MapTasks();

    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
