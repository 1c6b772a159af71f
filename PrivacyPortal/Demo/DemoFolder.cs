using System.Text.Json;
using PrivacyPortal.Data;

namespace PrivacyPortal.Demo;

/// <summary>
/// The demo's data folder, and what its marker says of it: a folder without marker that holds anything is somebody's, a real portal's
/// perhaps, and is left alone; one whose invention was cut short is emptied and invented again.
/// </summary>
public sealed class DemoFolder(DataFolder folder)
{
    /// <summary>Where the demo lives when nothing else is asked for: never where a real portal would.</summary>
    public const string Default = "./data/demo";

    private const string Unfinished = "unfinished";

    private string Marker => Path.Combine(folder.Path, "demo.state");

    private string KeyFile => Path.Combine(folder.Path, "demo.keys");

    private string SignInFile => Path.Combine(folder.Path, "demo.json");

    /// <summary>The invented company's conversation database.</summary>
    public string Conversations => Path.Combine(folder.Path, "conversations.db");

    /// <summary>It holds something that no demo put there.</summary>
    public bool IsSomebodys => !File.Exists(Marker) && Directory.EnumerateFileSystemEntries(folder.Path).Any();

    public bool IsReady => File.Exists(Marker) && File.ReadAllText(Marker) != Unfinished;

    /// <summary>Empties the folder of a demo that was never finished.</summary>
    public void Begin()
    {
        if (File.Exists(Marker))
        {
            foreach (var file in Directory.EnumerateFiles(folder.Path).Where(file => file != Marker))
            {
                File.Delete(file);
            }

            foreach (var inner in Directory.EnumerateDirectories(folder.Path))
            {
                Directory.Delete(inner, recursive: true);
            }
        }

        File.WriteAllText(Marker, Unfinished);
    }

    public void Finish(DateTimeOffset now) => File.WriteAllText(Marker, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Links and, under <c>apiKeys</c>, keys. Whoever reads this file can sign in: for the owner's eyes only, and whole as soon as it is there.</summary>
    public void WriteSignInFile(IReadOnlyDictionary<string, string> links, IReadOnlyDictionary<string, string> keys)
    {
        var all = links.ToDictionary(link => link.Key, link => (object)link.Value);
        all["apiKeys"] = keys;
        Write(SignInFile, JsonSerializer.Serialize(all, Indented));
    }

    /// <summary>The keys of an earlier start; null at the first.</summary>
    public string? ReadKeys() => File.Exists(KeyFile) ? File.ReadAllText(KeyFile) : null;

    public void WriteKeys(string keys) => Write(KeyFile, keys);

    private static void Write(string file, string text)
    {
        var draft = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new StreamWriter(draft, options))
        {
            stream.Write(text);
        }

        File.Move(draft, file, overwrite: true);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
