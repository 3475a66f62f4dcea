using System.Runtime.InteropServices;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>What .NET does not offer of the operating system.</summary>
internal static partial class Libc
{
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial int ClockGetTime(int clock, out ClockTime time);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial int Kill(int process, Signal signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial uint EffectiveUser();
}
