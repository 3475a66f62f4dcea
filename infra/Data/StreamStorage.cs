using DrInfra.Infra.Settings;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Data;

/// <summary>How much storage each broker of a stream has. It grows by itself, and never shrinks.</summary>
public static class StreamStorage
{
    /// <summary>Copies of a record in a Region: one in each zone.</summary>
    public static int Copies { get; } = (int)FactBook.Most("msk-default-replication");

    /// <summary>Percent of the storage in use from which it grows.</summary>
    public static int TargetPercent { get; } = (int)FactBook.Most("msk-storage-target");

    // Less is hardly cheaper, and a storage grows once in six hours at most.
    private const int LeastGib = 100;

    // What a scaling may grow to without anybody's decision: the size was a guess.
    private const int Growth = 4;

    private static int MostGib { get; } = (int)FactBook.Most("msk-broker-storage");

    /// <summary>GiB of each broker at first: what it holds of all copies, with the room that a scaling leaves.</summary>
    public static int GibOf(StreamStore stream) => Math.Max(LeastGib, (int)Math.Ceiling(stream.SizeGb * Copies / stream.Brokers * 100 / TargetPercent));

    /// <summary>GiB that each broker may grow to.</summary>
    public static int MostGibOf(StreamStore stream) => Math.Min(MostGib, GibOf(stream) * Growth);

    /// <summary>Whether brokers can hold it.</summary>
    public static bool Fits(StreamStore stream) => GibOf(stream) <= MostGib;
}
