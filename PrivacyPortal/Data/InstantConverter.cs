using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PrivacyPortal.Data;

/// <summary>
/// Instants are kept as UTC milliseconds on every provider: SQLite cannot order a DateTimeOffset, and a number means the same everywhere.
/// </summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
