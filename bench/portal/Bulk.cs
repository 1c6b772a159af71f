using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PrivacyPortal.Data;

namespace PrivacyPortal.Bench;

/// <summary>Saves what was added to a context as saving does, column by column of the model, in a fraction of the time.</summary>
internal static class Bulk
{
    public static async Task SaveAsync<T>(PortalDbContext db)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || p.ClrType == typeof(Guid)).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        var rows = db.ChangeTracker.Entries<T>().Select(e => columns.Select(c => ValueOf(c, e.CurrentValues[c])).ToArray());
        await db.Database.OpenConnectionAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {type.GetTableName()} ({names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                await copy.WriteRowAsync(default, row);
            }

            await copy.CompleteAsync();
            return;
        }

        var sqlite = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = sqlite.BeginTransaction();
        await using var insert = sqlite.CreateCommand();
        insert.CommandText = $"INSERT INTO {type.GetTableName()} ({names}) VALUES ({string.Join(", ", columns.Select(c => "@" + c.Name))})";
        var values = columns.ConvertAll(c => insert.Parameters.Add(new SqliteParameter { ParameterName = "@" + c.Name }));
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                values[i].Value = row[i];
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static object ValueOf(IProperty column, object? value) => column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value ?? DBNull.Value;
}
