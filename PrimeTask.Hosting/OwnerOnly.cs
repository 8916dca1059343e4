namespace PrimeTask.Hosting;

/// <summary>Files that only their owner can read.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the file so that a crash leaves the old content or the new one, never half of it.</summary>
    internal static void Write(string path, string content)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, Options(FileMode.CreateNew)))
        {
            using var writer = new StreamWriter(stream);
            writer.Write(content);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Opens the file so that no other process can, until it is disposed of.</summary>
    /// <exception cref="IOException">Another process has it open.</exception>
    internal static FileStream OpenExclusively(string path) => new(path, Options(FileMode.OpenOrCreate));

    private static FileStreamOptions Options(FileMode mode) => new()
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        UnixCreateMode = ReadWrite,
    };
}
