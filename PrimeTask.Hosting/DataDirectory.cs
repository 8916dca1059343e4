using System.Globalization;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace PrimeTask.Hosting;

/// <summary>Where servers that run as processes keep their data and their generated passwords. One AppHost uses it at a time.</summary>
public sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private readonly Lock _gate = new();
    private readonly FileStream _lock;
    private readonly HashSet<string> _generatedNow = [];
    private readonly Dictionary<string, GeneratedValue> _generated;

    private DataDirectory(string path)
    {
        Path = path;
        Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.UserExecute);
        // As root, PostgreSQL runs as another account, which has to pass through this directory but not to list it.
        if (Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        _lock = Lock();
        _generated = ReadSecrets();
        Write("apphost.pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    public string Path { get; }

    /// <summary>The file with the generated passwords and keys.</summary>
    public string SecretsFile => In("secrets.json");

    /// <summary>Makes the directory when it is missing, and takes it for this process.</summary>
    /// <exception cref="DistributedApplicationException">It cannot be made or written, another AppHost uses it, or its secrets are lost.</exception>
    public static DataDirectory Open(string path)
    {
        if (OperatingSystem.IsWindows())
            throw new DistributedApplicationException("Servers run as processes on Linux and macOS. On Windows use WSL, or containers: --Servers=Containers.");
        try
        {
            return new DataDirectory(System.IO.Path.GetFullPath(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"The data directory {path} cannot be used: {exception.Message} Choose another with --DataDirectory=….");
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
                Write("secrets.json", JsonSerializer.Serialize(_generated, _indented));
        }
    }

    public void Dispose() => _lock.Dispose();

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file that only its owner can read, so that a crash leaves the old content or the new one, never half of it.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, string content)
    {
        var (file, draft) = (In(name), In(name + ".new"));
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
        return file;
    }

    private FileStream Lock()
    {
        try
        {
            return new FileStream(In("lock"), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly });
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            var holder = File.Exists(In("apphost.pid")) ? $" (process {File.ReadAllText(In("apphost.pid"))})" : "";
            throw new DistributedApplicationException(
                $"The data directory {Path} is in use by another AppHost{holder}. Stop that one, or choose another directory with --DataDirectory=….");
        }
    }

    /// <summary>A database opens only with the password that it was made with: where that is lost, a new one would just hide the loss.</summary>
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

    private DistributedApplicationException Damaged(string what)
    {
        _lock.Dispose();
        return new($"The data directory {Path} is damaged: {what} Restore that file from a backup, or choose another directory with --DataDirectory=….");
    }

    private sealed record GeneratedValue(string Value);

    private sealed class KeptValue(DataDirectory directory, string name, GenerateParameterDefault generator) : ParameterDefault
    {
        public override string GetDefaultValue()
        {
            lock (directory._gate)
            {
                if (directory._generated.TryGetValue(name, out var known))
                    return known.Value;
                directory._generated[name] = new GeneratedValue(generator.GetDefaultValue());
                directory._generatedNow.Add(name);
                directory.Write("secrets.json", JsonSerializer.Serialize(directory._generated, _indented));
                return directory._generated[name].Value;
            }
        }

        public override void WriteToManifest(ManifestPublishingContext context) => generator.WriteToManifest(context);
    }
}

public static class GeneratedSecret
{
    /// <summary>A secret parameter of letters and digits, generated where no setting gives it, and kept in the data directory; without one, as Aspire does it.</summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name, int length, DataDirectory? data)
    {
        var generator = new GenerateParameterDefault { MinLength = length, Special = false };
        return data is null ? builder.AddParameter(name, generator, secret: true, persist: true) : builder.AddParameter(name, data.Keep(name, generator), secret: true);
    }
}
