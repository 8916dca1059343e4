namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Finds programs on the search path.</summary>
internal static class Executables
{
    internal static IEnumerable<string> SearchPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The full path of the program, or null.</summary>
    internal static string? Find(string name) =>
        SearchPath.Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
}
