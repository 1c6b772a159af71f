using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests.Package;

/// <summary>All data as one JSON document, in a form that another system can read (art. 15(3), art. 20(1)).</summary>
internal static class PackageJson
{
    // Readable letters of every alphabet; what could end a script element stays escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static void Write(Stream stream, PackageHead head, IReadOnlyList<PackageTable> tables)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("reference", head.Reference);
        json.WriteString("controller", head.Controller);
        json.WriteString("receivedOn", head.ReceivedOn.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("madeAt", head.MadeAt.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("notCovered");
        foreach (var missing in head.Missing)
        {
            json.WriteStringValue(missing);
        }

        json.WriteEndArray();
        json.WriteStartArray("processing");
        foreach (var processing in head.Processing)
        {
            Write(json, processing);
        }

        json.WriteEndArray();
        json.WriteStartObject("recordsOfOthersWithheld");
        foreach (var (source, count) in head.Withheld)
        {
            json.WriteNumber(source, count);
        }

        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            Write(json, table);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackageProcessing processing)
    {
        json.WriteStartObject();
        json.WriteString("system", processing.Source);
        json.WriteString("table", processing.Title);
        json.WriteStartArray("categories");
        foreach (var category in processing.Categories)
        {
            json.WriteStringValue(category);
        }

        json.WriteEndArray();
        json.WriteString("purpose", processing.Purpose);
        json.WriteString("legalBasis", processing.LegalBasis);
        json.WriteString("recipients", processing.Recipients);
        json.WriteString("retention", processing.Retention);
        json.WriteString("origin", processing.Origin);
        json.WriteString("hosting", processing.Hosting);
        json.WriteString("automatedDecisions", processing.Automated is "" ? Article15.None : processing.Automated);
        json.WriteString("transfers", processing.Transfers is "" ? Article15.None : processing.Transfers);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackageTable table)
    {
        json.WriteStartObject();
        json.WriteString("system", table.Source);
        json.WriteString("table", table.Map.Name);
        json.WriteString("title", table.Title);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var field in row)
            {
                json.WritePropertyName(field.Name);
                if (field.Withheld)
                {
                    json.WriteStartObject();
                    json.WriteBoolean("withheld", true);
                    json.WriteEndObject();
                }
                else
                {
                    Value(json, field.Value);
                }
            }

            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(CellText.Of(value));
                break;
        }
    }
}
