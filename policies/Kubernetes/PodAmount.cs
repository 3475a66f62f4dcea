namespace DrInfra.Policies.Kubernetes;

/// <summary>How much of a resource is requested, or allowed.</summary>
/// <param name="Amount">In cores or bytes; null where it is not known, or some container states nothing.</param>
/// <param name="Unknown">The property that only the deployment will tell; null where none has to.</param>
/// <param name="Missing">The container that states nothing; null where all do.</param>
internal readonly record struct PodAmount(decimal? Amount, string? Unknown, string? Missing)
{
    public static readonly PodAmount Zero = new(0, null, null);

    public PodAmount Plus(PodAmount other) => new(Amount + other.Amount, Unknown ?? other.Unknown, Missing ?? other.Missing);
}
