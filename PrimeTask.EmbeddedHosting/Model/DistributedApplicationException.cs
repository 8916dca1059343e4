namespace PrimeTask.EmbeddedHosting;

/// <summary>The application cannot be started; the message names what, why and the remedy.</summary>
public sealed class DistributedApplicationException : Exception
{
    public DistributedApplicationException()
    {
    }

    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    public DistributedApplicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The last lines of the log of the resource that failed.</summary>
    internal IReadOnlyList<string> LogTail { get; init; } = [];
}
