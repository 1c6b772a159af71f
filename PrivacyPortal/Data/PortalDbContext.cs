using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Data;

/// <summary>
/// The portal's own database. Plain: every slice maps its entities by <see cref="IEntityTypeConfiguration{TEntity}"/>, found by scanning
/// the assembly; what differs between the databases is in the derived contexts. One context per operation, from
/// <see cref="IDbContextFactory{TContext}"/>; never one for a circuit's life.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options)
{
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))))
        {
            modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(64);
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }
    }
}

/// <summary>
/// Changed only by somebody who saw the newest state. The number is counted up by the context at each change and is part of the update's
/// condition, the same on every database.
/// </summary>
public interface IVersioned
{
    int Version { get; set; }
}
