namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>
/// How a Region holds the lease of one workload: rules 1 to 4 of docs/protocol/README.md. It has no clock and sends nothing: it is told what was
/// heard, read and answered, with the instants of one monotonic clock, which are positive, and says which write to send.
/// </summary>
/// <param name="region">The Region that it decides for.</param>
/// <param name="started">Since when it does. It knows nothing of what was before.</param>
internal sealed class LeaseHolder(string region, LeaseTimes times, TimeSpan started)
{
    private string? _named;
    private bool _namedNow;
    private bool _read;
    private Lease? _lease;
    private TimeSpan _standsSince;
    private LeaseWrite? _underWay;
    private TimeSpan _answered;
    private TimeSpan _renewed;
    private bool _permitted;

    /// <summary>The version of the lease that the next write is conditional on; null: none, or not read.</summary>
    public Lease? Seen => _lease;

    /// <summary>The instant at which the permission ends; zero: there is none.</summary>
    public TimeSpan PermittedUntil { get; private set; }

    public bool Permits(TimeSpan now) => now < PermittedUntil;

    /// <summary>
    /// Whether the jobs are to run. They are stopped before the permission ends. Null: a follower that has just begun does not know yet, and
    /// leaves them as they are.
    /// </summary>
    public bool? Starts(TimeSpan now) =>
        now < PermittedUntil - times.Looks ? true
        : _permitted || (_named ?? region) != region || (_read && _lease?.Holder != region) || now - started >= times.Lasts ? false
        : null;

    /// <param name="name">The Region that the beacon names; null: unknown, which keeps what was heard, for renewing and not for taking.</param>
    public void Heard(string? name)
    {
        _namedNow = name is not null;
        _named = name ?? _named;
        if (_named != region)
        {
            PermittedUntil = TimeSpan.Zero;
        }
    }

    /// <param name="lease">What a strongly consistent read showed; null: no lease.</param>
    /// <param name="began">When the read began.</param>
    /// <param name="ended">When it was answered. The version is at least as old as that, and no older version counts as standing still.</param>
    public void Read(Lease? lease, TimeSpan began, TimeSpan ended)
    {
        // A read beside a write may show what was before it.
        if (_underWay is not null || began < _answered)
        {
            return;
        }

        if (!_read || lease != _lease)
        {
            (_read, _lease, _standsSince) = (true, lease, ended);
        }

        if (lease?.Holder != region)
        {
            PermittedUntil = TimeSpan.Zero;
        }
    }

    /// <summary>The write to send now, if any. Until it is answered, or given up, there is no other.</summary>
    public LeaseWrite? Next(TimeSpan now)
    {
        if (_underWay is not null || !_read || _named != region)
        {
            return null;
        }

        if (_lease is { } lease && lease.Holder == region)
        {
            // Looks are not exactly regular: a renewal that is nearly due does not wait for the next one.
            var due = !Permits(now) || now - _renewed >= times.Renews - times.Looks / 2;
            return due ? Send(lease.Renewal, now) : null;
        }

        return _namedNow && now - _standsSince > times.TakesAfter ? Send(Lease.TakenBy(region, _lease), now) : null;
    }

    /// <param name="write">What <see cref="Next"/> gave.</param>
    /// <param name="outcome">What is known of it.</param>
    /// <param name="now">When that was known.</param>
    public void Answered(LeaseWrite write, WriteOutcome outcome, TimeSpan now)
    {
        if (!ReferenceEquals(write, _underWay))
        {
            return;
        }

        (_underWay, _answered) = (null, now);
        if (outcome == WriteOutcome.Refused)
        {
            _read = false;
        }
        else if (outcome == WriteOutcome.CarriedOut)
        {
            (_lease, _standsSince, _renewed) = (write.To, now, write.Began);
            if (_named == region)
            {
                (PermittedUntil, _permitted) = (write.Began + times.Lasts, true);
            }
        }
    }

    private LeaseWrite Send(Lease to, TimeSpan now)
    {
        var left = PermittedUntil - now;
        var limit = left > TimeSpan.Zero && left < times.RequestLimit ? left : times.RequestLimit;
        return _underWay = new LeaseWrite(_lease, to, now, limit);
    }
}
