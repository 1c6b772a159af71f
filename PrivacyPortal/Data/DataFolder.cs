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

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "portal.db");

    /// <summary>The named folder inside, made when it is not there.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
