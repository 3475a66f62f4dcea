namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>One version of a lease. No version comes twice: the epoch grows when a lease is taken, and the renewals grow within an epoch.</summary>
/// <param name="Holder">The Region that holds it.</param>
/// <param name="Epoch">How often it was taken, from 1.</param>
/// <param name="Renewed">How often it was renewed in this epoch, from 0.</param>
internal readonly record struct Lease(string Holder, long Epoch, long Renewed)
{
    public Lease Renewal => this with { Renewed = Renewed + 1 };

    public static Lease TakenBy(string region, Lease? before) => new(region, (before?.Epoch ?? 0) + 1, 0);

    public override string ToString() => $"{Holder}/{Epoch}/{Renewed}";
}
