using System.Security.Cryptography;

namespace PrivacyPortal.Vault;

/// <summary>
/// The files of the <c>keys/</c> folder. What a change of keys writes lies beside its place as <c>NAME.FINGERPRINT.next</c> until the database
/// is sealed with that key; only then it takes its place, by this process or by the next start.
/// </summary>
internal sealed class KeyFiles(string folder)
{
    private const string Ending = ".next";

    public string MasterPath { get; } = Path.Combine(folder, "master.key");

    /// <summary>The key of a portal that runs for the first time is made here.</summary>
    public byte[] ReadOrMake()
    {
        if (File.Exists(MasterPath))
        {
            return MasterKey.Parse(File.ReadAllText(MasterPath), MasterPath);
        }

        var fresh = RandomNumberGenerator.GetBytes(MasterKey.Length);
        Write(MasterPath, FileMode.CreateNew, System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(fresh) + Environment.NewLine));
        return fresh;
    }

    /// <summary>The key in its place, then those that wait for it.</summary>
    public IReadOnlyList<byte[]> ReadAll() =>
    [
        .. new[] { MasterPath }.Where(File.Exists).Concat(Directory.EnumerateFiles(folder, "master.key.*" + Ending)).Select(file => MasterKey.Parse(File.ReadAllText(file), file)),
    ];

    public static void WriteNext(string path, string fingerprint, byte[] content) => Write($"{path}.{fingerprint}{Ending}", FileMode.Create, content);

    /// <summary>Forgets what a change of keys left behind that was never committed. Only while nobody else can be changing keys.</summary>
    public void Forget()
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories).ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// Puts what waits for this key in its place. The master key that it follows is kept beside it: backups made before cannot be read without.
    /// Returns where, or null.
    /// </summary>
    public string? Promote(string fingerprint)
    {
        var (ending, kept) = ($".{fingerprint}{Ending}", (string?)null);
        foreach (var file in Directory.EnumerateFiles(folder, "*" + ending, SearchOption.AllDirectories).ToList())
        {
            var place = file[..^ending.Length];
            if (place == MasterPath && File.Exists(place))
            {
                kept = $"{MasterPath}.before-{fingerprint}";
                File.Copy(place, kept, overwrite: true);
            }

            File.Move(file, place, overwrite: true);
        }

        return kept;
    }

    private static void Write(string path, FileMode mode, byte[] content)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
