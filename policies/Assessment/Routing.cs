using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How clients of a name get to the other Region: by records that follow health.</summary>
/// <param name="Derivation">Convergence of the health check and the time that resolvers keep the name.</param>
/// <param name="ByPlan">Whether a failover plan turns the checks, and so decides when.</param>
/// <param name="ByControl">Whether a routing control turns the checks: the plan's step, or somebody who decided.</param>
internal sealed record Redirect(Derivation Derivation, bool ByPlan, bool ByControl = false);

/// <summary>Finds the records of names that follow health, and the accelerators before them.</summary>
internal sealed class Routing
{
    private readonly AcceleratorRouting _accelerators;
    private readonly AccessPointRouting _accessPoints;
    private readonly DistributionRouting _distributions;
    private readonly Estimates _estimates;

    private readonly Estate _estate;
    private readonly Dictionary<Node, FailoverPair> _pairs;

    public Routing(Estate estate, Estimates estimates)
    {
        _estimates = estimates;
        _accelerators = new AcceleratorRouting(estate, estimates);
        _accessPoints = new AccessPointRouting(estate, estimates);
        _distributions = new DistributionRouting(estate, estimates);
        _estate = estate;
        _pairs = FailoverPair.Of(estate).SelectMany(pair => pair.Members.Select(member => (member, pair)))
            .ToDictionary(entry => entry.member, entry => entry.pair);
    }

    /// <summary>The records of a name.</summary>
    public IReadOnlyList<Node> RecordsOf(string name) => [.. DnsName.Records(_estate, name)];

    /// <summary>
    /// The names that the clients of each workload use, as its records tell: names that share their traffic, or lead to what serves. A name
    /// that others lead to is no entrance, and neither is one that proves a domain.
    /// </summary>
    /// <param name="workloadOf">The workload of a resource; empty where nobody says.</param>
    public ILookup<string, string> NamesOf(Func<Node, string> workloadOf)
    {
        var records = _estate.OfType(Route53Types.Record).Where(record => new DnsRecord(record).IsOfHost && DnsName.Of(record) is not null).ToArray();
        var targets = records.SelectMany(record => new DnsRecord(record).Targets).ToHashSet(StringComparer.Ordinal);
        return records
            .Where(record => workloadOf(record).Length > 0 && DnsName.Of(record) is { } name && !name.StartsWith('_') && !targets.Contains(name))
            .Where(record =>
                RecordRouting.IsUsed(record) || ServedRegion.LoadBalancers(_estate, record).Count > 0
                    || Behind(DnsName.Of(record)!, [record], null) is not null)
            .Select(record => (Workload: workloadOf(record), Name: DnsName.Of(record)!)).Distinct()
            .ToLookup(entry => entry.Workload, entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>How the names of a workload move, and the access points before its buckets; null where it has none.</summary>
    /// <param name="lost">The Region that is lost; null takes the one behind the primary record.</param>
    public Redirect? Of(string workload, IReadOnlyList<string> names, IReadOnlyList<Store> stores, string? lost)
    {
        Redirect[] moves = [.. names.Select(name => Of(name, lost)), .. _accessPoints.Of(workload, stores, lost)];
        return moves.Length <= 1 ? moves.FirstOrDefault()
            : new Redirect(
                Derivation.Max("all names fail over", [.. moves.Select(move => move.Derivation)]), moves.All(move => move.ByPlan),
                Array.Exists(moves, move => move.ByControl));
    }

    /// <summary>How a name moves when a Region is lost.</summary>
    public Redirect Of(string name, string? lost)
    {
        var records = RecordsOf(name);
        var primary = records.FirstOrDefault(record => FailoverPair.RoleOf(record) == "PRIMARY");
        var secondary = records.FirstOrDefault(record => FailoverPair.RoleOf(record) == "SECONDARY");
        if (primary is null || secondary is null)
        {
            return Behind(name, records, lost) ?? Shared(name, records, lost);
        }

        if (Misled(primary, secondary, lost) is { } misled)
        {
            return new Redirect(Because($"{name} fails over", misled), ByPlan: false);
        }

        var first = Follows(primary, lost);
        return first with { Derivation = Derivation.Sum($"{name} fails over", first.Derivation, Ttl(primary, secondary)) };
    }

    // Members that lead to one Region, or each to the other's: then traffic stays where nothing answers.
    private Reason? Misled(Node primary, Node secondary, string? lost)
    {
        var (first, second) = (ServedRegion.Of(_estate, primary), ServedRegion.Of(_estate, secondary));
        if (first is null || second is null)
        {
            var untold = first is null ? primary : secondary;
            return Reason.Unknown(untold, new DnsRecord(untold).TargetProperty);
        }

        return first == second ? new Reason($"the PRIMARY and the SECONDARY record both lead to {first}", secondary, "records")
            : lost is not null && second == lost
                ? new Reason($"the PRIMARY record leads to {first} and the SECONDARY record to {lost}: they are swapped", primary, "failoverRoutingPolicies")
                : null;
    }

    private static Derivation Because(string label, Reason reason) => reason.IsUnknown
        ? Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, reason.Property!, reason.Node!.Urn))
        : Derivation.Never(label, reason.Text, new Source(SourceKind.Cause, reason.Text, reason.Node?.Urn, Property: reason.Property));

    // The addresses of an accelerator and of a distribution are the same in all Regions: nobody has to look a name up again.
    private Redirect? Behind(string name, IReadOnlyList<Node> records, string? lost) =>
        (_accelerators.Of(name, records) ?? _distributions.Of(name, records, lost)) is { } moves ? new Redirect(moves, ByPlan: false) : null;

    // Records that share the traffic of a name: a lost one's share goes to the others once its check fails.
    private Redirect Shared(string name, IReadOnlyList<Node> records, string? lost)
    {
        Node[] shared = [.. records.Where(RecordRouting.Shares)];
        if (shared.Length < 2)
        {
            return new Redirect(
                Derivation.Never($"fail over {name}", records.Count == 0 ? "no record with that name is declared"
                    : shared.Length == 1 ? "its traffic has no other record"
                    : records.Any(RecordRouting.IsUsed) ? "the failover pair has no PRIMARY or no SECONDARY record"
                    : $"its only record leads to {ServedRegion.Of(_estate, records[0]) ?? "one place"}"),
                false);
        }

        Redirect[] moves = [.. shared.Select(record => Follows(record, lost))];
        return new Redirect(
            Derivation.Sum($"{name} fails over", Derivation.Max($"all records of {name} change by health check", [.. moves.Select(move => move.Derivation)]),
                Ttl(shared)),
            moves.All(move => move.ByPlan),
            moves.All(move => move.ByControl));
    }

    private Redirect Follows(Node record, string? lost)
    {
        if (PlannedRecords.IsTurned(record))
        {
            if (PlannedRecords.Fault(_estate, record) is { } crossed)
            {
                return new Redirect(Because("the plan changes the record's health check", crossed), ByPlan: false);
            }

            return new Redirect(Derivation.Nothing("the plan changes the record's health check", "the health check belongs to the plan"), ByPlan: true);
        }

        var alias = new DnsRecord(record).FollowsItsTarget;
        var reference = new DnsRecord(record).HealthCheck(_estate);
        if (reference.Target is { } check)
        {
            if (_pairs.GetValueOrDefault(record) is { } pair && HealthCheckTarget.Fault(_estate, pair, record, check) is { } astray)
            {
                return new Redirect(Because("the record changes by its own health check", astray), ByPlan: false);
            }

            return new HealthCheck(check) is { Type: HealthCheck.OnRoutingControl } control
                ? control.KeptOn(_estate) is { } kept ? new Redirect(Because("the routing control is switched", kept), ByPlan: false, ByControl: true)
                : new Redirect(
                    _estimates.Duration("the routing control is switched", "routing-control", check.Workload ?? "", null, check.Urn, "arc-rc-propagation"),
                    ByPlan: false, ByControl: true)
                : new Redirect(Converges(check, lost ?? ServedRegion.Of(_estate, record), []), ByPlan: false);
        }

        return new Redirect(
            reference switch
            {
                _ when alias =>
                    _estimates.Duration("the alias evaluates the health of its target", "alias-target-health", record.Workload ?? "", null, record.Urn),
                { IsAbsent: true } => Derivation.Never(
                    "the record changes by health check", $"{record.Name} has no health check: it {FactBook.Get("r53-primary-no-hc").Value}",
                    new Source(SourceKind.Cause, "it has no health check", record.Urn, Property: "healthCheckId")),
                _ => Derivation.Leaf("the health check changes", Figure.Unknown, new Source(SourceKind.Property, "healthCheckId", record.Urn)),
            },
            ByPlan: false);
    }

    // A stranger's checks may name each other in a circle: none of them ever turns by the others.
    private Derivation Converges(Node check, string? lost, IReadOnlyList<Node> parents)
    {
        if (parents.Contains(check))
        {
            return Derivation.Never("the health check becomes unhealthy", $"{check.Name} is calculated from itself");
        }

        var view = new HealthCheck(check);
        if (view.DisabledBy is { } disabling)
        {
            return Derivation.Never(
                "the health check becomes unhealthy",
                $"{check.Name} is disabled or inverted",
                new Source(SourceKind.Cause, "it is disabled or inverted", check.Urn, Property: disabling.Path));
        }

        switch (view.Type)
        {
            case HealthCheck.Calculated:
                var children = view.Children(_estate);
                return children.Count == 0 ? Derivation.Never("the health check becomes unhealthy", $"{check.Name} has no child health checks")
                    : view.NeedsNoChild ? Derivation.Never("the health check becomes unhealthy", $"{check.Name} is healthy without a healthy child")
                    : children.Any(child => child.Target is null)
                    ? Derivation.Leaf("the child health checks change", Figure.Unknown, new Source(SourceKind.Property, "childHealthchecks", check.Urn))
                    : Derivation.Max($"the child health checks of {check.Name} become unhealthy",
                        [.. children.Select(child => Converges(child.Target!, lost, [.. parents, check]))]);
            case HealthCheck.OnAlarm:
                var alarm = HealthCheckAlarm.Follow(_estate, check);
                var (home, silence) = (view.AlarmRegion(alarm), view.WithoutData);

                // With the Region its metrics stop: the check is what it is told to be without data.
                return home == lost && !silence.IsUnknown && silence.Text != "Unhealthy"
                    ? Derivation.Never(
                        "the health check becomes unhealthy",
                        $"{check.Name} uses an alarm in the lost Region, and without data it is {view.StatusWithoutData}",
                        new Source(SourceKind.Cause, $"without data it is {view.StatusWithoutData}", check.Urn, Property: silence.Path))
                    : home == lost && silence.IsUnknown
                        ? Derivation.Leaf("the alarm changes", Figure.Unknown, new Source(SourceKind.Property, silence.Path, check.Urn))
                        : alarm.Target is { } rung && AlarmIndex.Rings(rung, Basis.Enforced) is { } rings
                        ? Derivation.Sum($"the alarm of {check.Name} changes", rings)
                        : alarm.Target?.Type == CloudWatchTypes.CompositeAlarm
                            ? Derivation.Leaf(
                                "the alarm changes", Figure.Typically(0),
                                new Source(SourceKind.Definition, "the delay of a composite alarm is not computed"))
                            : Derivation.Leaf("the alarm changes", Figure.Unknown, new Source(SourceKind.Property, alarm.Path, check.Urn));
        }

        return HealthProbe.Fails(check, view.Interval, "r53-hc-interval-default", view.Threshold, "r53-hc-threshold-default");
    }

    private static Derivation Ttl(params IReadOnlyList<Node> records) => Derivation.Max(
        "resolvers cache the name",
        [.. records.Select(record => new DnsRecord(record)).Select(record => record.Ttl.Number is { } seconds
            ? Derivation.Leaf("TTL", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, record.Ttl.Path, record.Node.Urn))
            : record.IsAlias
                ? Derivation.Leaf(
                    "TTL of the alias", Figure.Exactly(FactBook.Seconds("r53-alias-ttl-elb"), Basis.Limit),
                    FactBook.Get("r53-alias-ttl-elb").ToSource())
                : Derivation.Leaf("TTL", Figure.Unknown, new Source(SourceKind.Property, record.Ttl.Path, record.Node.Urn)))]);
}
