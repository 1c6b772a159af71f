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

    /// <summary>Whoever reads this file can sign in: for the owner's eyes only, and whole as soon as it is there.</summary>
    public void WriteSignInLinks(IReadOnlyDictionary<string, string> links)
    {
        var draft = SignInFile + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, links, Indented);
        }

        File.Move(draft, SignInFile, overwrite: true);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
