using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Configuration;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Logs for machines: JSON lines on the console instead of text (setting <c>Logging:Format</c>), and in files beside it (setting <c>Logging:Directory</c>).
/// Both have Serilog's compact form; what is logged is decided by <c>Logging:LogLevel</c> as everywhere.
/// </summary>
internal static class Logs
{
    private const string Format = "Logging:Format";
    private const string Directory = "Logging:Directory";

    /// <summary>In bytes.</summary>
    private const int MaxFileSize = 16 * 1024 * 1024;

    private const int MaxFiles = 16;
    private const int MaxProcesses = 100;

    /// <exception cref="OptionsValidationException">A setting has no meaning, or the directory can't be written to.</exception>
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        var (format, directory) = (builder.Configuration[Format], builder.Configuration[Directory]);
        if (format is not (null or "" or "text" or "json"))
            throw BadSetting.Refuse(Format, $"The setting {Format} is '{format}': it can be text or json.");

        if (format == "json")
        {
            builder.Logging.ClearProviders();
            builder.AddSerilog(logger => logger.Console(new CompactJsonFormatter()));
        }

        if (!string.IsNullOrWhiteSpace(directory))
        {
            var name = TakeName(directory, builder.Environment.ApplicationName);
            // Here it is held as long as the service runs.
            builder.Services.AddSingleton(name);
            builder.AddSerilog(logger => logger.File(
                new CompactJsonFormatter(), $"{name.Path}-.log",
                rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true, fileSizeLimitBytes: MaxFileSize, retainedFileCountLimit: MaxFiles));
        }
    }

    /// <summary>Serilog's own method of this name would log every level of everything, searches too.</summary>
    private static void AddSerilog(this IHostApplicationBuilder builder, Func<LoggerSinkConfiguration, LoggerConfiguration> writeTo) =>
        builder.Services.AddSingleton<ILoggerProvider>(_ =>
            new SerilogLoggerProvider(writeTo(new LoggerConfiguration().MinimumLevel.Verbose().WriteTo).CreateLogger(), dispose: true));

    /// <summary>
    /// The lowest number that no other running process of this service has, so that each has files of its own and the next to start goes on with those of one
    /// that ended.
    /// </summary>
    private static LogName TakeName(string directory, string service)
    {
        try
        {
            System.IO.Directory.CreateDirectory(directory);
            for (var number = 1; ; number++)
            {
                var path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{service}-{number}"));
                try
                {
                    return new LogName(path, new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                }
                catch (IOException) when (number < MaxProcesses)
                {
                    // Another process has it.
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BadSetting.Refuse(Directory, $"The setting {Directory} is '{directory}', and no log can be written there: {exception.Message}");
        }
    }

    /// <param name="Path">What the names of the files begin with.</param>
    /// <param name="Lock">The system gives it back when the process ends, however it ends.</param>
    private sealed record LogName(string Path, FileStream Lock);
}
