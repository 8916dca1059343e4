namespace PrimeTask.Tests.Infrastructure;

public static class Repository
{
    /// <summary>The folder of the solution, above the running program.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "PrimeTask.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException($"There is no PrimeTask.sln above {AppContext.BaseDirectory}.");
            return folder.FullName;
        }
    }
}
