using System.Globalization;
using Microsoft.Extensions.Options;
using PrimeTask.ApiService;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts;
using PrimeTask.ApiService.Admin;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Caching;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.Mail;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.Operations;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Standby;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Labels;
using PrimeTask.ApiService.Tasks.Projects;
using PrimeTask.ApiService.Tasks.Views;
using PrimeTask.ApiService.Transfers;

// What the service writes is the same whatever the machine's language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    // The settings lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddSecretFiles();
    if (OperatorCommands.AreAsked(args))
        return await OperatorCommands.RunAsync(builder, new(() => Build(builder, ProductionChecklist.OfCommands)), args);

    var app = Build(builder, ProductionChecklist.All);
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.UsePipeline();
    app.UseDocumentationPages();
    app.UseRouting();
    // Around everything that can wait: a response that is made anew has what is left of its time.
    app.UseRequestTimeouts();
    app.UseAuditedRefusals();
    app.UseCors();
    app.UseNoStore();
    app.UseRequestLimits();
    app.UseJsonBodies();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseOutputCache();

    app.MapDefaultEndpoints();
    app.MapDocumentation().ResponseHead();

    var api = app.MapGroup("/api/v1").ResponseHead();
    var accounts = api.MapGroup("/auth").WithTags("Accounts").NoStore();
    accounts.MapAccounts();
    accounts.MapSessions();
    var admin = accounts.MapGroup("/admin").WithTags("Administration").RequireAuthorization(Policies.Admin);
    admin.MapAdministration();
    admin.MapAudit();
    api.MapTasks();
    api.MapProjects();
    api.MapLabels();
    api.MapViews();
    api.MapTransfers();

    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
    return 1;
}

static WebApplication Build(WebApplicationBuilder builder, ChecklistItem[] checklist)
{
    builder.MustPass(checklist);
    builder.AddServiceDefaults();
    builder.AddDatabase();
    builder.AddStandby();
    builder.AddListCaching();
    builder.AddPipeline();
    builder.AddRequestLimits();
    builder.AddDocumentation();
    builder.AddAudit();
    builder.AddMail();
    builder.AddSessions();
    builder.AddAccounts();
    builder.AddAdministration();
    builder.AddIdempotency();
    builder.AddTasks();
    return builder.Build();
}
