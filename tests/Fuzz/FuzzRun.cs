using System.Collections.Concurrent;
using System.Diagnostics;

namespace DrInfra.Tests.Fuzz;

/// <summary>What came of many damaged inputs.</summary>
public sealed record FuzzRun(int Read, int Refused, IReadOnlyList<FuzzFailure> Failures, TimeSpan Slowest, int SlowestSeed, TimeSpan Elapsed)
{
    /// <summary>A case that takes longer hangs: the samples are small.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static FuzzRun Of(FuzzTarget target, int first, int cases)
    {
        var (read, refused) = (0, 0);
        var failures = new ConcurrentBag<FuzzFailure>();
        var slowest = (Time: TimeSpan.Zero, Seed: first);
        var gate = new Lock();
        var watch = Stopwatch.StartNew();
        Parallel.For(first, first + cases, seed =>
        {
            var input = target.Damage(target.Samples, seed);
            var start = Stopwatch.GetTimestamp();
            try
            {
                Interlocked.Increment(ref target.Read(input) ? ref read : ref refused);
            }
#pragma warning disable CA1031 // Whatever it is that was thrown, it is what we look for.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var cause = exception.GetBaseException();
                failures.Add(
                    new FuzzFailure(
                        seed, $"{cause.GetType().Name} {string.Join(" < ", cause.StackTrace?.Split('\n').Take(4).Select(line => line.Trim()) ?? [])}"));
            }

            var took = Stopwatch.GetElapsedTime(start);
            if (took > Patience)
            {
                failures.Add(new FuzzFailure(seed, $"took {took.TotalSeconds:0} s"));
            }

            if (took > slowest.Time)
            {
                lock (gate)
                {
                    slowest = took > slowest.Time ? (took, seed) : slowest;
                }
            }
        });
        return new FuzzRun(read, refused, [.. failures.OrderBy(failure => failure.Seed)], slowest.Time, slowest.Seed, watch.Elapsed);
    }
}

/// <summary>A damaged input that was neither read nor refused.</summary>
/// <param name="Seed">Gives the input again.</param>
public sealed record FuzzFailure(int Seed, string Reason);
