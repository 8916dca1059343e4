namespace PrimeTask.ApiService.Mail;

internal static class MailServices
{
    /// <summary>For whom has mail sent: whether there is any.</summary>
    public static void AddMail(this IHostApplicationBuilder builder) => builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section);

    /// <summary>For the worker, which sends it.</summary>
    /// <returns>Whether it does; else jobs that send mail are left to a worker that does.</returns>
    public static bool AddMailSender(this IHostApplicationBuilder builder)
    {
        builder.AddMail();
        builder.Services.AddOptions<MailOptions>().ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MailSender>();
        return MailOptions.SayWhenOff(builder.Configuration) is null;
    }
}
