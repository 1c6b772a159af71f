namespace PrivacyPortal.Requests;

/// <summary>
/// The public holidays of the regions whose clock rolls, as rules. E = days after western Easter Sunday, O = days after Orthodox Easter Sunday,
/// SATmm-dd = first Saturday on or after, MONmm#n = n-th Monday of the month (-1 the last), KING = 27 April or 26 if a Sunday,
/// BRIGID = first Monday of February or 1 February if a Friday, &gt;yyyy = from that year on, * = a weekend day is made up on the next free
/// weekday, and the name of a region = all of its rules. Checked against a second source for 2025-2031.
/// </summary>
internal static class HolidayRules
{
    public const string Table = """
        AT 01-01 01-06 E1 05-01 E39 E50 E60 08-15 10-26 11-01 12-08 12-25 12-26
        BE 01-01 E1 05-01 E39 E50 07-21 08-15 11-01 11-11 12-25
        BG 01-01 03-03 O-2 O-1 O0 O1 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26
        HR 01-01 01-06 E0 E1 05-01 05-30 E60 06-22 08-05 08-15 11-01 11-18 12-25 12-26
        CY 01-01 01-06 O-48 03-25 04-01 O-2 O0 O1 05-01 O50 08-15 10-01 10-28 12-25 12-26
        CZ 01-01 E-2 E1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26
        DK 01-01 E-3 E-2 E0 E1 E39 E49 E50 12-25 12-26
        EE 01-01 02-24 E-2 E0 05-01 E49 06-23 06-24 08-20 12-24 12-25 12-26
        FI 01-01 01-06 E-2 E0 E1 05-01 E39 E49 SAT06-20 SAT10-31 12-06 12-25 12-26
        FR 01-01 E1 05-01 05-08 E39 E50 07-14 08-15 11-01 11-11 12-25
        DE 01-01 E-2 E1 05-01 E39 E50 10-03 12-25 12-26
        GR 01-01 01-06 O-48 03-25 O-2 O0 O1 05-01 O50 08-15 10-28 12-25 12-26
        HU 01-01 03-15 E-2 E0 E1 05-01 E49 E50 08-20 10-23 11-01 12-24 12-25 12-26
        IE 01-01 BRIGID 03-17 E1 MON05#1 MON06#1 MON08#1 MON10#-1 12-25 12-26
        IT 01-01 01-06 E0 E1 04-25 05-01 06-02 08-15 10-04>2026 11-01 12-08 12-25 12-26
        LV 01-01 E-2 E0 E1 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31
        LT 01-01 02-16 03-11 E0 E1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26
        LU 01-01 E1 05-01 05-09 E39 E50 06-23 08-15 11-01 12-25 12-26
        MT 01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25
        NL 01-01 E0 E1 KING E39 E49 E50 12-25 12-26
        PL 01-01 01-06 E0 E1 05-01 05-03 E49 E60 08-15 11-01 11-11 12-24>2025 12-25 12-26
        PT 01-01 E-2 E0 04-25 05-01 E60 06-10 08-15 10-05 11-01 12-01 12-08 12-25
        RO 01-01 01-02 01-06 01-07 01-24 O-2 O0 O1 05-01 06-01 O49 O50 08-15 11-30 12-01 12-25 12-26
        SK 01-01 01-06 E-2 E1 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26
        SI 01-01 01-02 02-08 E0 E1 04-27 05-01 05-02 E49 06-25 08-15 10-31 11-01 12-25 12-26
        ES 01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25
        SE 01-01 01-06 E-2 E0 E1 05-01 E39 E49 06-06 SAT06-20 SAT10-31 12-25 12-26
        FR-ALSACE-MOSELLE FR E-2 12-26
        GB 01-01* E-2 E1 MON05#1 MON05#-1 MON08#-1 12-25* 12-26*
        """;
}
