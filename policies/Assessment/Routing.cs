using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Graph;
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
    private static readonly string[] Shares = ["weightedRoutingPolicies", "latencyRoutingPolicies", "geolocationRoutingPolicies", "geoproximityRoutingPolicy"];

    private readonly AcceleratorRouting _accelerators;
    private readonly Estimates _estimates;

    private readonly Estate _estate;
    private readonly Dictionary<string, List<Node>> _byName;

    public Routing(Estate estate, Estimates estimates)
    {
        _estimates = estimates;
        _accelerators = new AcceleratorRouting(estate, estimates);
        _estate = estate;
        _byName = estate.OfType(Route53Types.Record).Where(record => record["name"].Text is not null)
            .GroupBy(record => Name(record["name"].Text!), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The records of a name.</summary>
    public IReadOnlyList<Node> RecordsOf(string name) => _byName.GetValueOrDefault(Name(name)) ?? [];

    /// <summary>How a name moves when the Region behind its primary record is lost.</summary>
    public Redirect Of(string name)
    {
        var records = RecordsOf(name);
        var primary = Member(records, "PRIMARY");
        var secondary = Member(records, "SECONDARY");
        if (primary is null || secondary is null)
        {
            return Accelerated(name, records) ?? Shared(name, records);
        }

        var first = Follows(primary);
        return first with { Derivation = Derivation.Sum($"{name} moves", first.Derivation, Ttl(primary, secondary)) };
    }

    // The addresses of an accelerator are the same in all Regions: nobody has to look its name up again.
    private Redirect? Accelerated(string name, IReadOnlyList<Node> records) =>
        _accelerators.Of(name, records) is { } moves ? new Redirect(moves, ByPlan: false) : null;

    // Records that share the traffic of a name: a lost one's share goes to the others once its check fails.
    private Redirect Shared(string name, IReadOnlyList<Node> records)
    {
        Node[] shared = [.. records.Where(record => Array.Exists(Shares, policy => record[policy].Items.Count > 0) || record["multivalueAnswerRoutingPolicy"].Flag == true)];
        if (shared.Length < 2)
        {
            return new Redirect(
                Derivation.Never($"move {name}", records.Count == 0 ? "no record of that name is declared"
                    : shared.Length == 1 ? "there is no other record to share its traffic with" : "the failover pair lacks its PRIMARY or its SECONDARY"),
                false);
        }

        Redirect[] moves = [.. shared.Select(Follows)];
        return new Redirect(
            Derivation.Sum($"{name} moves", Derivation.Max($"all records of {name} follow health", [.. moves.Select(move => move.Derivation)]), Ttl(shared)),
            moves.All(move => move.ByPlan),
            moves.All(move => move.ByControl));
    }

    /// <summary>Whether a record's health check is one that a plan hands out: the property was made from the plan.</summary>
    public static bool IsTurnedByPlan(Node record) => ReferenceResolver.Declared(record, "healthCheckId", RegionSwitchTypes.Plan).Count > 0;

    private Redirect Follows(Node record)
    {
        if (IsTurnedByPlan(record))
        {
            return new Redirect(Derivation.Nothing("the plan turns the record's check", "the check is one that the plan hands out"), ByPlan: true);
        }

        var alias = record["aliases"].Items.Count > 0 && record["aliases"]["evaluateTargetHealth"].Flag == true;
        var reference = _estate.References.Follow(record, "healthCheckId", Route53Types.HealthCheck);
        if (reference.Target is { } check)
        {
            return check["type"].Text == "RECOVERY_CONTROL"
                ? new Redirect(_estimates.Duration("the routing control is turned", "routing-control", check.Workload ?? "", null, check.Urn, "arc-rc-propagation"), ByPlan: false, ByControl: true)
                : new Redirect(Converges(check), ByPlan: false);
        }

        return new Redirect(
            reference switch
            {
                _ when alias => Derivation.Leaf("the alias follows the health of its target", FactBook.Get("r53-alias-ttl-elb").ToFigure(), FactBook.Get("r53-alias-ttl-elb").ToSource()),
                { IsAbsent: true } => Derivation.Never("the record follows health", $"{record.Name} has no health check (fact r53-primary-no-hc)"),
                _ => Derivation.Leaf("convergence of the health check", Figure.Unknown, new Source(SourceKind.Property, "healthCheckId", record.Urn)),
            },
            ByPlan: false);
    }

    private Derivation Converges(Node check) => Converges(check, []);

    // A stranger's checks may name each other in a circle: none of them ever turns by the others.
    private Derivation Converges(Node check, IReadOnlyList<Node> parents)
    {
        if (parents.Contains(check))
        {
            return Derivation.Never("the health check turns", $"{check.Name} is calculated from itself");
        }

        if (check["disabled"].Flag == true || check["invertHealthcheck"].Flag == true)
        {
            return Derivation.Never("the health check turns", $"{check.Name} is disabled or inverted");
        }

        switch (check["type"].Text)
        {
            case "CALCULATED":
                var children = _estate.References.FollowAll(check, check["childHealthchecks"], Route53Types.HealthCheck);
                return children.Count == 0 ? Derivation.Never("the health check turns", $"{check.Name} is calculated from no other check")
                    : check["childHealthThreshold"].Number == 0 ? Derivation.Never("the health check turns", $"{check.Name} is healthy with no healthy child")
                    : children.Any(child => child.Target is null)
                    ? Derivation.Leaf("convergence of the children", Figure.Unknown, new Source(SourceKind.Property, "childHealthchecks", check.Urn))
                    : Derivation.Max($"the children of {check.Name} turn", [.. children.Select(child => Converges(child.Target!, [.. parents, check]))]);
            case "CLOUDWATCH_METRIC":
                var alarm = _estate.References.Follow(check, "cloudwatchAlarmName", CloudWatchTypes.MetricAlarm, CloudWatchTypes.CompositeAlarm);
                return alarm.Target is { } rung && AlarmIndex.Rings(rung, Basis.Enforced) is { } rings
                    ? Derivation.Sum($"the alarm of {check.Name} turns", rings)
                    : alarm.Target?.Type == CloudWatchTypes.CompositeAlarm ? Derivation.Leaf("convergence of the alarm", Figure.Typically(0), new Source(SourceKind.Definition, "how soon an alarm of alarms rings is not read"))
                    : Derivation.Leaf("convergence of the alarm", Figure.Unknown, new Source(SourceKind.Property, "cloudwatchAlarmName", check.Urn));
        }

        return HealthProbe.Fails(check, "requestInterval", "r53-hc-interval-default", "failureThreshold", "r53-hc-threshold-default");
    }

    private static Derivation Ttl(params IReadOnlyList<Node> records) => Derivation.Max(
        "resolvers keep the name",
        [.. records.Select(record => record["ttl"].Number is { } seconds
            ? Derivation.Leaf("TTL", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, "ttl", record.Urn))
            : record["aliases"].Items.Count > 0
                ? Derivation.Leaf("TTL of the alias", Figure.Exactly(60, Basis.Limit), FactBook.Get("r53-alias-ttl-elb").ToSource())
                : Derivation.Leaf("TTL", Figure.Unknown, new Source(SourceKind.Property, "ttl", record.Urn)))]);

    private static Node? Member(IReadOnlyList<Node> records, string type) =>
        records.FirstOrDefault(record => record["failoverRoutingPolicies"]["type"].Text == type);

    private static string Name(string name) => name.TrimEnd('.').ToLowerInvariant();
}
