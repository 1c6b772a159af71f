using Microsoft.Data.Sqlite;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Demo;

/// <summary>A visitor who asks.</summary>
public sealed record DemoSubject(int VisitorId, string Name, string Email, string Phone, string Language)
{
    public SubjectFile File(string message) => new(Name, [new Identity(IdentityKinds.Email, Email)], Message: message);
}

/// <summary>Picks those who asked in the past out of the conversation database: ordinary visitors, never the README's people but where named.</summary>
public sealed class DemoSubjects
{
    private const int FirstOrdinary = 40;

    private readonly List<DemoSubject> buyers = [];
    private readonly List<DemoSubject> askers = [];

    private readonly DemoFolder folder;

    public DemoSubjects(DemoFolder folder)
    {
        this.folder = folder;
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT v.id, v.first_name || ' ' || v.last_name, v.email, v.phone, v.language, EXISTS (SELECT 1 FROM orders o WHERE o.visitor_id = v.id)
            FROM visitor v
            WHERE v.id >= $first AND v.email IS NOT NULL AND EXISTS (SELECT 1 FROM conversation c WHERE c.visitor_id = v.id)
              AND NOT EXISTS (SELECT 1 FROM visitor w WHERE w.address_id = v.address_id AND w.id <> v.id)
            ORDER BY v.id LIMIT 120
            """;
        command.Parameters.AddWithValue("$first", FirstOrdinary);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var subject = new DemoSubject(rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4));
            (rows.GetBoolean(5) ? buyers : askers).Add(subject);
        }
    }

    /// <summary>The first message in which somebody gave their telephone number.</summary>
    public RowRef MessageWithPhone(DemoSubject subject)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT min(id) FROM message WHERE visitor_id = $id AND instr(body, $phone) > 0";
        command.Parameters.AddWithValue("$id", subject.VisitorId);
        command.Parameters.AddWithValue("$phone", subject.Phone);
        return new RowRef("message", new RowKey([(long)command.ExecuteScalar()!]));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Conversations, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Somebody who bought, by number.</summary>
    public DemoSubject Buyer(int number) => buyers[number];

    /// <summary>Somebody who only ever asked, by number.</summary>
    public DemoSubject Asker(int number) => askers[number];
}
