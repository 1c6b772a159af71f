using System.Text.RegularExpressions;

namespace PrivacyPortal.DataMap;

/// <summary>What people say of a source: the same to add one and to edit it.</summary>
/// <param name="Owner">Who answers for it: a person or a team.</param>
/// <param name="HostingRegion">ISO country code, or <c>EEA</c>.</param>
/// <param name="TransferSafeguard">Outside the accepted region: on what the transfer rests (art. 46), such as standard contractual clauses.</param>
/// <param name="CallingCode">Digits that replace the national 0 of a telephone number.</param>
/// <param name="BackupDays">The age that the oldest backup reaches; 0: there are none; null: not known.</param>
public sealed partial record SourceDescription(
    string Name,
    string Owner,
    string HostingRegion,
    string? TransferSafeguard = null,
    string? CallingCode = null,
    int? BackupDays = null)
{
    public const int LongestName = 80;

    /// <summary>Without blanks around, and null where nothing is said.</summary>
    public SourceDescription Trimmed() => this with
    {
        Name = Name.Trim(),
        Owner = Owner.Trim(),
        HostingRegion = HostingRegion.Trim().ToUpperInvariant(),
        TransferSafeguard = string.IsNullOrWhiteSpace(TransferSafeguard) ? null : TransferSafeguard.Trim(),
        CallingCode = string.IsNullOrWhiteSpace(CallingCode) ? null : CallingCode.Trim().TrimStart('+'),
    };

    /// <summary>What is wrong, field by field; empty if nothing.</summary>
    public IReadOnlyList<DescriptionFault> Faults()
    {
        var faults = new List<DescriptionFault>();
        void Check(bool good, DescriptionFault fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }

        Check(Name.Length is > 0 and <= LongestName, DescriptionFault.Name);
        Check(Owner.Length is > 0 and <= 120, DescriptionFault.Owner);
        Check(Region().IsMatch(HostingRegion), DescriptionFault.HostingRegion);
        Check(CallingCode is null || Digits().IsMatch(CallingCode), DescriptionFault.CallingCode);
        Check(BackupDays is null or (>= 0 and <= 36_500), DescriptionFault.BackupDays);
        return faults;
    }

    [GeneratedRegex("^([A-Z]{2}|EEA)$")]
    private static partial Regex Region();

    [GeneratedRegex("^[1-9][0-9]{0,3}$")]
    private static partial Regex Digits();
}

/// <summary>A field of a description that is not as it must be.</summary>
public enum DescriptionFault
{
    Name,
    Owner,
    HostingRegion,
    CallingCode,
    BackupDays,
}
