using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Tests.Fulfilment.Chinook;

/// <summary>The Chinook sample database (LICENSE.md beside) and a map of it.</summary>
internal static class ChinookShop
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fulfilment", "Chinook");

    private static readonly Lazy<byte[]> Database = new(Make);

    /// <summary>The map in the YAML of docs/data-map.md: invoices, name and address kept; e-mail, telephone and fax cleared or replaced.</summary>
    public static string MapYaml => File.ReadAllText(Path.Combine(Folder, "chinook-map.yaml"));

    /// <summary>Writes a fresh copy of the database.</summary>
    public static string Write(string path)
    {
        File.WriteAllBytes(path, Database.Value);
        return path;
    }

    private static byte[] Make()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "BEGIN;" + File.ReadAllText(Path.Combine(Folder, "chinook.sql")) + ";COMMIT;";
                command.ExecuteNonQuery();
            }

            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
