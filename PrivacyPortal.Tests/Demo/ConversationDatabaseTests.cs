using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PrivacyPortal.Demo.Company;

namespace PrivacyPortal.Tests.Demo;

public sealed class ConversationDatabaseTests : IClassFixture<ConversationDatabaseTests.Company>
{
    private readonly Company _company;

    public ConversationDatabaseTests(Company company) => _company = company;

    [Fact]
    public void It_holds_what_a_company_of_its_size_would()
    {
        Assert.Equal(2_000, _company.Count("SELECT count(*) FROM visitor"));
        Assert.Equal(8_000, _company.Count("SELECT count(*) FROM conversation"));
        Assert.InRange(_company.Count("SELECT count(*) FROM message"), 50_000, 65_000);
        Assert.InRange(_company.Count("SELECT count(*) FROM call_record"), 500, 2_000);
        Assert.InRange(_company.Count("SELECT count(*) FROM visitor_position"), 2_000, 4_000);
        Assert.InRange(_company.Count("SELECT count(*) FROM orders"), 1_500, 4_000);
        Assert.InRange(_company.Count("SELECT count(DISTINCT conversation_id) FROM conversation_participant"), 200, 1_500);
        Assert.InRange(_company.Count("SELECT count(*) FROM message WHERE reply_to IS NOT NULL AND quoted_text IS NOT NULL"), 1_000, 20_000);
        Assert.True(_company.Count("SELECT count(*) FROM (SELECT address_id FROM visitor GROUP BY 1 HAVING count(*) > 1 AND address_id > 0)") > 50);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        Assert.Equal(0, _company.Count("SELECT count(*) FROM pragma_foreign_key_check"));
        foreach (var (type, table) in new[] { ("visitor", "visitor"), ("conversation", "conversation"), ("order", "orders") })
        {
            Assert.Equal(0, _company.Count($"SELECT count(*) FROM note WHERE owner_type = '{type}' AND owner_id NOT IN (SELECT id FROM {table})"));
        }
    }

    [Fact]
    public void Its_texts_are_filled_in_and_name_people()
    {
        Assert.Equal(0, _company.Count("SELECT count(*) FROM message WHERE body LIKE '%{%' OR body LIKE '%}%' OR trim(body) = ''"));
        Assert.True(_company.Count("SELECT count(*) FROM message m JOIN visitor v ON v.id = m.visitor_id WHERE instr(m.body, v.email) > 0") > 2_000);
    }

    [Fact]
    public void The_readmes_people_are_there_with_their_entanglements()
    {
        Assert.True(_company.Count("""
            SELECT count(*) FROM orders o JOIN visitor v ON v.id = o.visitor_id JOIN payment_card c ON c.id = o.card_id JOIN visitor p ON p.id = c.visitor_id
            WHERE v.email = 'camille.roussel@courriel.example' AND p.email = 'elodie.garnier@lettre.example'
            """) > 0);
        Assert.Equal(2, _company.Count("SELECT count(*) FROM visitor WHERE address_id = (SELECT address_id FROM visitor WHERE email = 'CAMILLE.ROUSSEL@courriel.example')"));
        Assert.Equal(2, _company.Count("SELECT count(*) FROM visitor WHERE email = 'achats@paysages-du-lez.example'"));
        Assert.Equal(1, _company.Count("""
            SELECT count(*) FROM message m JOIN message q ON q.id = m.reply_to JOIN visitor w ON w.id = m.visitor_id JOIN visitor v ON v.id = q.visitor_id
            WHERE v.first_name = 'Camille' AND v.last_name = 'Roussel' AND w.last_name = 'Mercier' AND m.quoted_text = q.body
            """));
    }

    [Fact]
    public void The_same_day_gives_the_same_rows()
    {
        using var again = new Company();

        Assert.Equal(Hash(_company.Path), Hash(again.Path));

        static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
    }

    public sealed class Company : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("company-").FullName;

        public Company() => ConversationDatabase.Write(Path, new DateOnly(2026, 11, 21));

        public string Path => System.IO.Path.Combine(_folder, "conversations.db");

        public long Count(string sql)
        {
            using var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
