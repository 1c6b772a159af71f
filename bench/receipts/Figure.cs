using System.Diagnostics;

namespace PrivacyPortal.Bench;

/// <summary>What making one document takes.</summary>
/// <param name="Milliseconds">On the clock, one after another.</param>
/// <param name="Cpu">Milliseconds of CPU of all processes involved.</param>
internal sealed record Figure(double Milliseconds, double Cpu, int Bytes)
{
    /// <summary>Warms up, then makes <paramref name="count"/> documents.</summary>
    public static Figure Of(int count, Func<int, byte[]> make)
    {
        for (var i = 0; i < count / 2; i++)
        {
            make(i);
        }

        using var process = Process.GetCurrentProcess();
        var (cpu, watch, bytes) = (process.TotalProcessorTime, Stopwatch.StartNew(), 0);
        for (var i = 0; i < count; i++)
        {
            bytes = make(i).Length;
        }

        process.Refresh();
        return new(watch.Elapsed.TotalMilliseconds / count, (process.TotalProcessorTime - cpu).TotalMilliseconds / count, bytes);
    }
}
