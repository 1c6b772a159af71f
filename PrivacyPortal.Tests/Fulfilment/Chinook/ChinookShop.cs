using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Fulfilment.Chinook;

/// <summary>The Chinook sample database (LICENSE.md beside) and a map of it.</summary>
internal static partial class ChinookShop
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fulfilment", "Chinook");

    private static readonly Lazy<byte[]> Database = new(Make);

    private static readonly Lazy<PostgresDatabase> PostgresShop = new(() =>
    {
        var database = PostgresServer.NewDatabaseAsync().GetAwaiter().GetResult();
        database.RunAsync(File.ReadAllText(Path.Combine(Folder, "chinook-postgresql.sql")).Split("\\c chinook;")[1]).GetAwaiter().GetResult();
        return database;
    });

    /// <summary>The map in the YAML of docs/data-map.md: invoices, name and address kept; e-mail, telephone and fax cleared or replaced.</summary>
    public static string MapYaml => File.ReadAllText(Path.Combine(Folder, "chinook-map.yaml"));

    /// <summary>Writes a fresh copy of the database.</summary>
    public static string Write(string path)
    {
        File.WriteAllBytes(path, Database.Value);
        return path;
    }

    /// <summary>A fresh copy in a folder of its own.</summary>
    public static SourceFile OnSqlite()
    {
        var shop = new SourceFile();
        Write(shop.Path);
        return shop;
    }

    /// <summary>The same shop on PostgreSQL, where its names are written otherwise; to be copied.</summary>
    public static PostgresDatabase Postgres => PostgresShop.Value;

    /// <summary>The same map for <see cref="Postgres"/>.</summary>
    public static string PostgresMapYaml => Name().Replace(MapYaml, match => Snake(match.Value));

    public static string Snake(string name) => Inner().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex(@"(?<=(^ +|columns: |to: |{ |, ))(?!FR\b)[A-Z][A-Za-z]+(?=[:,]| *})", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Inner();

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
