namespace PrivacyPortal.Settings;

/// <summary>The authority with which a data subject may lodge a complaint (art. 77), as it calls itself.</summary>
public sealed record SupervisoryAuthority(string Country, string Name, string Website);

/// <summary>Members of the European Data Protection Board, and those of the neighbours; offered by country, never imposed.</summary>
public static class SupervisoryAuthorities
{
    public static readonly IReadOnlyList<SupervisoryAuthority> All =
    [
        new("AT", "Österreichische Datenschutzbehörde", "https://www.dsb.gv.at"),
        new("BE", "Autorité de protection des données – Gegevensbeschermingsautoriteit (APD-GBA)", "https://www.autoriteprotectiondonnees.be"),
        new("BG", "Комисия за защита на личните данни (CPDP)", "https://www.cpdp.bg"),
        new("HR", "Agencija za zaštitu osobnih podataka (AZOP)", "https://azop.hr"),
        new("CY", "Επίτροπος Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", "https://www.dataprotection.gov.cy"),
        new("CZ", "Úřad pro ochranu osobních údajů", "https://uoou.gov.cz"),
        new("DK", "Datatilsynet", "https://www.datatilsynet.dk"),
        new("EE", "Andmekaitse Inspektsioon", "https://www.aki.ee"),
        new("FI", "Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi"),
        new("FR", "Commission nationale de l’informatique et des libertés (CNIL)", "https://www.cnil.fr"),
        new("DE", "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)", "https://www.bfdi.bund.de"),
        new("GR", "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", "https://www.dpa.gr"),
        new("HU", "Nemzeti Adatvédelmi és Információszabadság Hatóság (NAIH)", "https://www.naih.hu"),
        new("IS", "Persónuvernd", "https://www.personuvernd.is"),
        new("IE", "Data Protection Commission", "https://www.dataprotection.ie"),
        new("IT", "Garante per la protezione dei dati personali", "https://www.garanteprivacy.it"),
        new("LV", "Datu valsts inspekcija", "https://www.dvi.gov.lv"),
        new("LI", "Datenschutzstelle Fürstentum Liechtenstein", "https://www.datenschutzstelle.li"),
        new("LT", "Valstybinė duomenų apsaugos inspekcija", "https://vdai.lrv.lt"),
        new("LU", "Commission nationale pour la protection des données (CNPD)", "https://cnpd.public.lu"),
        new("MT", "Office of the Information and Data Protection Commissioner", "https://idpc.org.mt"),
        new("NL", "Autoriteit Persoonsgegevens", "https://www.autoriteitpersoonsgegevens.nl"),
        new("NO", "Datatilsynet", "https://www.datatilsynet.no"),
        new("PL", "Urząd Ochrony Danych Osobowych (UODO)", "https://uodo.gov.pl"),
        new("PT", "Comissão Nacional de Proteção de Dados (CNPD)", "https://www.cnpd.pt"),
        new("RO", "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (ANSPDCP)", "https://www.dataprotection.ro"),
        new("SK", "Úrad na ochranu osobných údajov Slovenskej republiky", "https://dataprotection.gov.sk"),
        new("SI", "Informacijski pooblaščenec", "https://www.ip-rs.si"),
        new("ES", "Agencia Española de Protección de Datos (AEPD)", "https://www.aepd.es"),
        new("SE", "Integritetsskyddsmyndigheten (IMY)", "https://www.imy.se"),
        new("GB", "Information Commissioner’s Office (ICO)", "https://ico.org.uk"),
        new("CH", "Préposé fédéral à la protection des données et à la transparence (PFPDT)", "https://www.edoeb.admin.ch"),
    ];

    public static SupervisoryAuthority? Of(string country) => All.FirstOrDefault(authority => authority.Country == country);
}
