using System.Globalization;
using System.Text.Json;

namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>All state of the embedded engine. One AppHost uses it at a time.</summary>
internal sealed class DataDirectory(string path) : IDisposable
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private FileStream? _lock;
    private Dictionary<string, GeneratedValue> _generated = [];

    internal string Path { get; } = path;

    /// <summary>The file with the generated passwords and keys.</summary>
    internal string SecretsFile => In("secrets.json");

    private string ProcessFile => In("apphost.pid");

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the directory when it is missing, and takes it for this process.</summary>
    /// <exception cref="DistributedApplicationException">It cannot be made or written, or another AppHost uses it.</exception>
    internal void Open()
    {
        try
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (Environment.IsPrivilegedProcess)
                LetOthersPassThrough();
            _lock = Lock();
            OwnerOnly.Write(ProcessFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            _generated = File.Exists(SecretsFile)
                ? JsonSerializer.Deserialize<Dictionary<string, GeneratedValue>>(File.ReadAllText(SecretsFile)) ?? []
                : [];
        }
        catch (JsonException exception)
        {
            throw new DistributedApplicationException(
                $"The data directory {Path} is damaged: secrets.json is not valid JSON ({exception.Message}) Restore it from a backup, or choose another directory with --DataDirectory=….");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException(
                $"The data directory {Path} cannot be used: {exception.Message} Choose another with --DataDirectory=….");
        }
    }

    /// <summary>The kept value of this name; generated and stored at the first call.</summary>
    internal string GetOrGenerate(string name, Func<string> generate)
    {
        if (_generated.TryGetValue(name, out var known))
            return known.Value;
        var value = generate();
        _generated[name] = new GeneratedValue(value, Shown: false);
        Save();
        return value;
    }

    /// <summary>True once for each generated value: whether a person has yet to be told.</summary>
    internal bool ShouldShow(string name)
    {
        if (!_generated.TryGetValue(name, out var known) || known.Shown)
            return false;
        _generated[name] = known with { Shown = true };
        Save();
        return true;
    }

    public void Dispose()
    {
        if (_lock is null)
            return;
        File.Delete(ProcessFile);
        _lock.Dispose();
        _lock = null;
    }

    private FileStream Lock()
    {
        try
        {
            return OwnerOnly.OpenExclusively(In("lock"));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new DistributedApplicationException(
                $"The data directory {Path} is in use by another AppHost{Holder()}. Stop that one, or choose another directory with --DataDirectory=….");
        }
    }

    private string Holder() => File.Exists(ProcessFile) ? $" (process {File.ReadAllText(ProcessFile)})" : "";

    // As root, PostgreSQL runs as another account, which has to pass through this directory but not to list it.
    private void LetOthersPassThrough() =>
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    private void Save() => OwnerOnly.Write(SecretsFile, JsonSerializer.Serialize(_generated, _indented));

    private sealed record GeneratedValue(string Value, bool Shown);
}
