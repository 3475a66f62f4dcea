using System.Diagnostics;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>
/// The time since this machine started, which no one sets and every process of the machine reads alike. It goes on while the machine is suspended,
/// as .NET's own stopwatch does not: a permission must not outlive a sleep.
/// </summary>
internal static class MonotonicClock
{
    private const int LinuxBootTime = 7;

    public static TimeSpan Now =>
        !OperatingSystem.IsLinux() ? Stopwatch.GetElapsedTime(0)
        : Libc.ClockGetTime(LinuxBootTime, out var time) == 0 ? time.ToTimeSpan()
        : throw new InvalidOperationException("This machine has no clock that goes on while it is suspended.");
}
