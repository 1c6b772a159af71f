using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.DataMap;

internal sealed class DataSourceMapping : IEntityTypeConfiguration<DataSource>
{
    public void Configure(EntityTypeBuilder<DataSource> builder)
    {
        builder.ToTable("data_sources");
        builder.Property(s => s.Name).HasMaxLength(SourceDescription.LongestName);
        builder.Ignore(s => s.State);
        builder.Ignore(s => s.Description);
        builder.HasIndex(s => s.Name);
    }
}

internal sealed class ConfirmedMapMapping : IEntityTypeConfiguration<ConfirmedMap>
{
    public void Configure(EntityTypeBuilder<ConfirmedMap> builder)
    {
        builder.ToTable("confirmed_maps");
        builder.HasKey(m => new { m.SourceId, m.MapVersion });
        builder.Property(m => m.MapVersion).ValueGeneratedNever();
        builder.HasOne<DataSource>().WithMany().HasForeignKey(m => m.SourceId);
    }
}
