using System.Text.Json.Serialization;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>What an erasure does to the rows of one step.</summary>
public enum ErasureAction
{
    Delete,

    /// <summary>To be deleted, but something outside the deletions points at it: key and links stay, personal fields are cleared or replaced.</summary>
    Shell,

    /// <summary>The row stays; its fields' own actions apply.</summary>
    Fields,

    /// <summary>The row stays whole, on a ground and until a date.</summary>
    Keep,

    /// <summary>Another's or both's row: nothing is written but fields <c>of</c> the subject that the DPO ticked.</summary>
    OfFields,

    /// <summary>Both's: stays as it is.</summary>
    Leave,
}

/// <summary>What the DPO decided otherwise than the map suggests, for the findings of one table and verdict.</summary>
/// <param name="Verdict">Null: rows of others, in which only <c>of</c> fields can be changed.</param>
/// <param name="Row">Null: as the map says.</param>
/// <param name="OfFields">True: in rows of both's or others', the fields <c>of</c> the subject are changed.</param>
public sealed record ErasureDecision(
    string Table,
    Verdict? Verdict,
    RowErasure? Row,
    KeepRule? Keep,
    IReadOnlyList<FieldDecision> Fields,
    bool OfFields = false);

public sealed record FieldDecision(string Field, FieldErasure Action, string? Replacement = null, KeepRule? Keep = null);

/// <summary>An erasure as it was decided: what was sought, what the DPO decided on which day, and the plan that came of it.</summary>
public sealed record ErasureOrder(WalkRequest Request, IReadOnlyList<ErasureDecision> Decisions, DateOnly On, ErasurePlan Plan);

/// <summary>Every row that an erasure touches or deliberately leaves, with why: what the DPO signs, and what is executed to the letter.</summary>
public sealed record ErasurePlan(int MapVersion, IReadOnlyList<ErasureStep> Steps);

/// <param name="Verdict">Null: rows of others.</param>
/// <param name="Changes">Column → value written; empty for deletions and what is left.</param>
/// <param name="Kept">Fields that stay although personal, each with its ground.</param>
/// <param name="Why">Why rows stay: what points at them, or the ground.</param>
public sealed record ErasureStep(
    string Table,
    Verdict? Verdict,
    ErasureAction Action,
    IReadOnlyList<RowKey> Rows,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<KeptField> Kept,
    Stay? Why);

/// <summary>The value a field gets.</summary>
/// <param name="Action">Cleared, replaced or pseudonymised.</param>
public sealed record FieldChange(string Field, FieldErasure Action, [property: JsonConverter(typeof(CellJson))] object? Value);

/// <summary>A personal field that stays, on a ground of article 17(3) and until a date.</summary>
public sealed record KeptField(string Field, KeepGround? Ground, DateOnly? Until, string? Law);

/// <summary>Why rows that an erasure found stay.</summary>
/// <param name="PointedAtBy">For a shell: the tables outside the deletions that point at it.</param>
public sealed record Stay(KeepGround? Ground, DateOnly? Until, string? Law, IReadOnlyList<string> PointedAtBy);
