using System.Runtime.InteropServices;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>The struct timespec of a 64-bit Linux.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClockTime(long Seconds, long Nanoseconds)
{
    public TimeSpan ToTimeSpan() => new((Seconds * TimeSpan.TicksPerSecond) + (Nanoseconds / TimeSpan.NanosecondsPerTick));
}
