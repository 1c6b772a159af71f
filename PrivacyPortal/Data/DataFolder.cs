namespace PrivacyPortal.Data;

/// <summary>
/// Where the portal keeps everything that must survive a restart: the SQLite file, the keys, receipts' working files. Absolute, so that
/// nothing depends on the directory that the process happens to stand in.
/// </summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            // It holds personal data and keys: for the portal's own account only.
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whoever holds this file serves the folder.</summary>
    public const string Lock = "portal.lock";

    /// <summary>There while a restore puts its files in place of others: whoever finds it meets a folder that is half of each.</summary>
    public const string Replacing = ".replacing";

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "portal.db");

    /// <summary>
    /// Takes the folder for this process until the stream is disposed or the process ends, however it ends. SQLite's writes are gated within
    /// one process, so that two must never serve the same folder.
    /// </summary>
    /// <exception cref="IOException">Another process serves it.</exception>
    public FileStream Occupy() => new(System.IO.Path.Combine(Path, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Tried before anything is made, so that the console says it in a line.</summary>
    /// <exception cref="StartRefusedException">Another process serves it.</exception>
    public void EnsureFree()
    {
        if (!File.Exists(System.IO.Path.Combine(Path, Lock)))
        {
            return;
        }

        try
        {
            Occupy().Dispose();
        }
        catch (IOException fault)
        {
            throw new StartRefusedException($"Another process serves {Path}. Stop it, or give this one a folder of its own with --DataFolder.", fault);
        }
    }

    /// <summary>The named folder inside, made when it is not there.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
