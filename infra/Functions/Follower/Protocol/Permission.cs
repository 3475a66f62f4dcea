namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>
/// What a gate knows of its Region's permission, from reading the lease alone. A renewal was carried out after the start of the last read that did
/// not show it, so the permission lasts at least from there. A first read proves nothing: nobody knows how old what it shows is.
/// </summary>
/// <param name="region">The Region of the gate.</param>
/// <param name="lasts">How long a permission lasts.</param>
internal sealed class Permission(string region, TimeSpan lasts)
{
    private bool _read;
    private Lease? _lease;
    private TimeSpan _lastBegan;

    /// <summary>The instant at which the permission ends; zero: there is none.</summary>
    public TimeSpan Until { get; private set; }

    /// <summary>The epoch of the permission; 0 before there was one.</summary>
    public long Epoch { get; private set; }

    public bool Permits(TimeSpan now) => now < Until;

    /// <summary>Goes on with what another gate of the same pod has seen by the same clock.</summary>
    public void Resume(long epoch, TimeSpan until) => (Epoch, Until) = (epoch, until);

    /// <param name="lease">What a strongly consistent read showed; null: no lease. A read without an answer is none.</param>
    /// <param name="began">When the read began. Reads are told in this order.</param>
    public void Read(Lease? lease, TimeSpan began)
    {
        if (lease is not { } held || held.Holder != region)
        {
            Until = TimeSpan.Zero;
        }
        else if (_read && lease != _lease)
        {
            (Epoch, Until) = (held.Epoch, _lastBegan + lasts);
        }

        (_read, _lease, _lastBegan) = (true, lease, began);
    }
}
