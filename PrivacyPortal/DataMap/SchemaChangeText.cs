using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

/// <summary>How a source differs from what its map was confirmed for.</summary>
internal static class SchemaChangeText
{
    private static readonly Text TableAdded = new("New table", "Nouvelle table");
    private static readonly Text TableGone = new("Table gone", "Table disparue");
    private static readonly Text ColumnAdded = new("New column {0}", "Nouvelle colonne {0}");
    private static readonly Text ColumnGone = new("Column {0} gone", "Colonne {0} disparue");
    private static readonly Text ColumnChanged = new("Column {0} changed", "Colonne {0} modifiée");
    private static readonly Text KeyChanged = new("Key changed", "Clé modifiée");
    private static readonly Text ReferenceAdded = new("New reference {0}", "Nouvelle référence {0}");
    private static readonly Text ReferenceGone = new("Reference {0} gone", "Référence {0} disparue");
    private static readonly Text TriggerAdded = new("New trigger {0}", "Nouveau déclencheur {0}");
    private static readonly Text TriggerGone = new("Trigger {0} gone", "Déclencheur {0} disparu");

    public static string Of(SchemaChange change) => (change.Kind switch
    {
        SchemaChangeKind.TableAdded => TableAdded,
        SchemaChangeKind.TableGone => TableGone,
        SchemaChangeKind.ColumnAdded => ColumnAdded,
        SchemaChangeKind.ColumnGone => ColumnGone,
        SchemaChangeKind.ColumnChanged => ColumnChanged,
        SchemaChangeKind.KeyChanged => KeyChanged,
        SchemaChangeKind.ReferenceAdded => ReferenceAdded,
        SchemaChangeKind.ReferenceGone => ReferenceGone,
        SchemaChangeKind.TriggerAdded => TriggerAdded,
        SchemaChangeKind.TriggerGone => TriggerGone,
    }).With(change.Subject);
}
