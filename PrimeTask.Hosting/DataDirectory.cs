using System.Globalization;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace PrimeTask.Hosting;

/// <summary>Where servers that run as processes keep their data and their generated passwords. One AppHost uses it at a time.</summary>
public sealed class DataDirectory : IDisposable
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private readonly HashSet<string> _generatedNow = [];
    private readonly Lock _gate = new();
    private FileStream? _lock;
    private Dictionary<string, GeneratedValue> _generated = [];

    private DataDirectory(string path) => Path = path;

    public string Path { get; }

    /// <summary>The file with the generated passwords and keys.</summary>
    public string SecretsFile => In("secrets.json");

    private string ProcessFile => In("apphost.pid");

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the directory when it is missing, and takes it for this process.</summary>
    /// <exception cref="DistributedApplicationException">It cannot be made or written, another AppHost uses it, or its secrets are lost.</exception>
    public static DataDirectory Open(string path)
    {
        if (OperatingSystem.IsWindows())
            throw new DistributedApplicationException("Servers run as processes on Linux and macOS. On Windows use WSL, or containers: --Servers=Containers.");
        var directory = new DataDirectory(System.IO.Path.GetFullPath(path));
        try
        {
            directory.Take();
            return directory;
        }
        catch (Exception exception)
        {
            directory.Dispose();
            if (exception is not (IOException or UnauthorizedAccessException))
                throw;
            throw new DistributedApplicationException(
                $"The data directory {directory.Path} cannot be used: {exception.Message} Choose another with --DataDirectory=….");
        }
    }

    /// <summary>A value that is generated once and then kept here.</summary>
    public ParameterDefault Keep(string name, GenerateParameterDefault generator) => new KeptValue(this, name, generator);

    /// <summary>Whether this start generated the value of that name.</summary>
    public bool GeneratedNow(string name) => _generatedNow.Contains(name);

    /// <summary>Removes a value that nothing was made with.</summary>
    public void Forget(string name)
    {
        lock (_gate)
        {
            if (_generated.Remove(name))
                Save();
        }
    }

    public void Dispose()
    {
        if (_lock is null)
            return;
        File.Delete(ProcessFile);
        _lock.Dispose();
        _lock = null;
    }

    private void Take()
    {
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // As root, PostgreSQL runs as another account, which has to pass through this directory but not to list it.
        if (Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            _lock = OwnerOnly.OpenExclusively(In("lock"));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            var holder = File.Exists(ProcessFile) ? $" (process {File.ReadAllText(ProcessFile)})" : "";
            throw new DistributedApplicationException(
                $"The data directory {Path} is in use by another AppHost{holder}. Stop that one, or choose another directory with --DataDirectory=….");
        }

        _generated = ReadSecrets();
        OwnerOnly.Write(ProcessFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A database opens with the password it was made with only: where that is lost, a new one would just hide the loss.</summary>
    private Dictionary<string, GeneratedValue> ReadSecrets()
    {
        var servers = Directory.EnumerateDirectories(Path).Where(folder => File.Exists(System.IO.Path.Combine(folder, "PG_VERSION"))).Select(System.IO.Path.GetFileName).ToList();
        if (!File.Exists(SecretsFile))
            return servers.Count == 0 ? [] : throw Damaged("it holds a database, but no secrets.json with its password.");
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, GeneratedValue?>>(File.ReadAllText(SecretsFile)) ?? throw Damaged("secrets.json is empty.");
            var values = read.ToDictionary(pair => pair.Key, pair => pair.Value is { Value.Length: > 0 } value ? value : throw Damaged($"secrets.json has no value for '{pair.Key}'."));
            return servers.Find(server => !values.ContainsKey($"{server}-password")) is { } server ? throw Damaged($"secrets.json has no '{server}-password'.") : values;
        }
        catch (JsonException exception)
        {
            throw Damaged($"secrets.json is not valid JSON ({exception.Message})");
        }
    }

    private DistributedApplicationException Damaged(string what) =>
        new($"The data directory {Path} is damaged: {what} Restore that file from a backup, or choose another directory with --DataDirectory=….");

    private string GetOrGenerate(string name, GenerateParameterDefault generator)
    {
        lock (_gate)
        {
            if (_generated.TryGetValue(name, out var known))
                return known.Value;
            var value = generator.GetDefaultValue();
            _generated[name] = new GeneratedValue(value);
            _generatedNow.Add(name);
            Save();
            return value;
        }
    }

    private void Save() => OwnerOnly.Write(SecretsFile, JsonSerializer.Serialize(_generated, _indented));

    private sealed record GeneratedValue(string Value);

    private sealed class KeptValue(DataDirectory directory, string name, GenerateParameterDefault generator) : ParameterDefault
    {
        public override string GetDefaultValue() => directory.GetOrGenerate(name, generator);

        public override void WriteToManifest(ManifestPublishingContext context) => generator.WriteToManifest(context);
    }
}
