using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Settings;

internal sealed class SettingsRevisionMapping : IEntityTypeConfiguration<SettingsRevision>
{
    public void Configure(EntityTypeBuilder<SettingsRevision> builder)
    {
        builder.ToTable("settings_revisions");
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.PublishedByName).HasMaxLength(200);
        builder.Property(r => r.Changes).AsJson();
    }
}

internal sealed class SettingsProposalMapping : IEntityTypeConfiguration<SettingsProposal>
{
    public void Configure(EntityTypeBuilder<SettingsProposal> builder)
    {
        builder.ToTable("settings_proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ManagementName).HasMaxLength(200);
        builder.Property(p => p.Changes).AsJson();
        builder.Property(p => p.Proposed).AsJson();
        builder.Property(p => p.Opinion).AsJson();
        builder.Property(p => p.Override).AsJson();
        builder.HasIndex(p => p.Status);
    }
}

internal sealed class SettingsDraftMapping : IEntityTypeConfiguration<SettingsDraft>
{
    public void Configure(EntityTypeBuilder<SettingsDraft> builder)
    {
        builder.ToTable("settings_drafts");
        builder.HasKey(d => d.Owner);
        builder.Property(d => d.Owner).ValueGeneratedNever();
        builder.Property(d => d.OwnerName).HasMaxLength(200);
        builder.Property(d => d.Changes).AsJson();
    }
}

internal static class JsonColumn
{
    /// <summary>Kept whole as JSON, compared as JSON.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => SettingsJson.Write(value),
        text => SettingsJson.Read<T>(text),
        new ValueComparer<T>((a, b) => SettingsJson.Write(a) == SettingsJson.Write(b), value => SettingsJson.Write(value).GetHashCode(StringComparison.Ordinal), value => value));
}
