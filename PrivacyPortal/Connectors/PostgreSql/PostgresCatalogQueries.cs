namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>The questions to PostgreSQL's own catalogue.</summary>
internal static class PostgresCatalogQueries
{
    private const string Listed = """
        c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        """;

    /// <summary>Whether the role may change or delete rows anywhere.</summary>
    public const string MayWrite = """
        SELECT NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off' AND EXISTS (
          SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND (has_table_privilege(c.oid, 'DELETE') OR has_any_column_privilege(c.oid, 'UPDATE')))
        """;

    /// <summary>Another text whenever a table, column, constraint, index, trigger, enum, policy or right of them is another.</summary>
    public const string Stamp = """
        SELECT concat_ws(':', current_user, (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_namespace),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_class WHERE oid >= 16384),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | attrelid::int8)) FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_constraint WHERE oid >= 16384),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | indexrelid::int8)) FROM pg_index WHERE indexrelid >= 16384),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_trigger WHERE NOT tgisinternal),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_enum),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | oid::int8)) FROM pg_policy),
          (SELECT count(*) || '.' || sum(hashint8(xmin::text::int8 << 32 | member::int8)) FROM pg_auth_members))
        """;

    /// <summary>Whether policies may keep rows from the role: all but those under which one shows it everything and none takes something away.</summary>
    private const string Hides = """
        c.relkind IN ('r', 'p') AND row_security_active(c.oid) AND coalesce((
          SELECT bool_or(NOT o.polpermissive) OR NOT bool_or(o.polpermissive AND pg_get_expr(o.polqual, o.polrelid) = 'true') FROM pg_policy o
          WHERE o.polrelid = c.oid AND o.polcmd IN ('*', 'r') AND EXISTS (SELECT FROM unnest(o.polroles) m WHERE m = 0 OR pg_has_role(m, 'USAGE'))), true)
        """;

    /// <summary>Tables, columns, constraints with unique indexes, indexes, triggers and rules, values of enums.</summary>
    public const string Everything = $"""
        SELECT c.oid::int8, n.nspname::text, c.relname::text, c.relkind,
          CASE WHEN c.relkind = 'p' THEN (SELECT sum(greatest(l.reltuples, 0))::int8 FROM pg_partition_tree(c.oid) p JOIN pg_class l ON l.oid = p.relid WHERE p.isleaf) ELSE c.reltuples::int8 END,
          has_schema_privilege(n.oid, 'USAGE') AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')),
          {Hides}
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Listed} ORDER BY n.nspname, c.relname;

        SELECT a.attrelid::int8, a.attnum, a.attname::text, format_type(a.atttypid, a.atttypmod), b.typname::text, b.typtype, b.typnamespace = 'pg_catalog'::regnamespace,
          format_type(b.oid, -1), a.attnotnull OR coalesce(t.typnotnull, false), a.attgenerated <> '' OR a.attidentity = 'a', coalesce(l.collisdeterministic, true), b.oid::int8
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_type t1 ON t.typtype = 'd' AND t1.oid = t.typbasetype LEFT JOIN pg_type t2 ON t1.typtype = 'd' AND t2.oid = t1.typbasetype
          JOIN pg_type b ON b.oid = coalesce(t2.oid, t1.oid, t.oid) LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE a.attnum > 0 AND NOT a.attisdropped AND {Listed} ORDER BY a.attrelid, a.attnum;

        SELECT k.conrelid::int8, k.conname::text, s.nspname::text, k.condeferrable, CASE WHEN k.contype = 'f' THEN k.confrelid::int8 END, k.conkey, k.confkey, k.confdeltype
        FROM pg_constraint k JOIN pg_namespace s ON s.oid = k.connamespace WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'x', 'c', 't')
        UNION ALL
        SELECT i.indrelid::int8, x.relname::text, s.nspname::text, false, NULL, (SELECT array_agg(k ORDER BY o) FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(k, o) WHERE k > 0), NULL, ' '
        FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace s ON s.oid = x.relnamespace
        WHERE i.indisunique AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid) ORDER BY 1, 2;

        SELECT i.indrelid::int8, i.indisprimary, i.indisunique, pg_get_expr(i.indpred, i.indrelid),
          ARRAY(SELECT (i.indkey::int2[])[k] FROM generate_series(0, i.indnkeyatts - 1) k), ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true) FROM generate_series(1, i.indnkeyatts) k)
        FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE i.indisvalid AND m.amname IN ('btree', 'hash') AND {Listed} ORDER BY i.indrelid, i.indisprimary DESC, x.relname;

        SELECT g.tgrelid::int8, g.tgname::text FROM pg_trigger g WHERE NOT g.tgisinternal AND g.tgenabled <> 'D'
        UNION ALL SELECT r.ev_class::int8, r.rulename::text FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D' ORDER BY 1, 2;

        SELECT enumtypid::int8, enumlabel::text FROM pg_enum ORDER BY enumtypid, enumsortorder
        """;

    /// <summary>Whether <c>lower()</c> knows every alphabet; asked only where the server keeps Unicode.</summary>
    public const string Unicode = "SELECT lower('ÉŁЖ') = 'éłж' AND current_setting('server_version_num')::int >= 130000";
}
