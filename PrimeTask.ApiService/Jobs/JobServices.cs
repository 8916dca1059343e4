namespace PrimeTask.ApiService.Jobs;

/// <summary>What a worker is made of.</summary>
internal static class JobServices
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<JobMetrics>();
        builder.Services.AddHostedService<JobRunner>();
        if (builder.CollectsMetrics())
            builder.Services.AddHostedService<JobCounting>();
        builder.AddJob<AppliedWriteCleanup>();
    }

    /// <summary>Lets the worker do the jobs of a kind. Those of other kinds stay for other workers, such as those of the next version.</summary>
    public static void AddJob<TJob>(this IHostApplicationBuilder builder)
        where TJob : class, IJob
    {
        builder.Services.AddScoped<TJob>();
        builder.Services.AddSingleton(new JobKind(TJob.Kind, typeof(TJob), TJob.Every));
    }
}
