using System.Diagnostics;

namespace DrInfra.Tests.Functions;

/// <summary>The time since the tests began.</summary>
internal static class Instant
{
    private static readonly Stopwatch Watch = Stopwatch.StartNew();

    public static TimeSpan Now => Watch.Elapsed;
}
