using Microsoft.Extensions.Logging;

namespace PrimeTask.Hosting;

/// <summary>What stands in the log of the resource that it is about.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Creating the database files in {Path} …")]
    internal static partial void CreatingDatabaseFiles(this ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetching PostgreSQL from npm ({Package}) …")]
    internal static partial void FetchingPostgres(this ILogger logger, string package);
}
