using DrInfra.Policies.Reading;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Recovery;

/// <summary>How clients of a name get to the other Region: by records that follow health.</summary>
/// <param name="Derivation">Convergence of the health check and the time that resolvers keep the name.</param>
/// <param name="ByPlan">Whether a failover plan turns the checks, and so decides when.</param>
internal sealed record Redirect(Derivation Derivation, bool ByPlan);

/// <summary>Finds the failover records of names.</summary>
internal sealed class Routing
{
    public const string Record = "aws:route53/record:Record";
    public const string HealthCheck = "aws:route53/healthCheck:HealthCheck";

    private readonly Estate _estate;
    private readonly Dictionary<string, List<Node>> _byName;

    public Routing(Estate estate)
    {
        _estate = estate;
        _byName = estate.OfType(Record).Where(record => record["name"].Text is not null)
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
            var weighted = records.Where(record => record["weightedRoutingPolicies"].IsKnown || record["latencyRoutingPolicies"].IsKnown).ToArray();
            return weighted.Length > 1
                ? new Redirect(Derivation.Max($"all records of {name} follow health", [.. weighted.Select(record => Follows(record).Derivation)]), false)
                : new Redirect(Derivation.Never($"move {name}", records.Count == 0 ? "no record of that name is declared" : "the failover pair lacks its PRIMARY or its SECONDARY"), false);
        }

        var first = Follows(primary);
        return first with { Derivation = Derivation.Sum($"{name} moves", first.Derivation, Ttl(primary, secondary)) };
    }

    /// <summary>Whether a record's health check is one that a plan hands out: the property was made from the plan.</summary>
    public static bool IsTurnedByPlan(Node record) => ReferenceResolver.Declared(record, "healthCheckId", FailoverPlan.Type).Count > 0;

    private Redirect Follows(Node record)
    {
        if (IsTurnedByPlan(record))
        {
            return new Redirect(Derivation.Nothing("the plan turns the record's check", "the check is one that the plan hands out"), ByPlan: true);
        }

        var alias = record["aliases"].Items.Count > 0 && record["aliases"]["evaluateTargetHealth"].Flag == true;
        var reference = _estate.References.Follow(record, "healthCheckId", HealthCheck);
        if (reference.Target is { } check)
        {
            return new Redirect(Converges(check), ByPlan: false);
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

    private Derivation Converges(Node check)
    {
        if (check["disabled"].Flag == true || check["invertHealthcheck"].Flag == true)
        {
            return Derivation.Never("the health check turns", $"{check.Name} is disabled or inverted");
        }

        switch (check["type"].Text)
        {
            case "CALCULATED":
                var children = _estate.References.FollowAll(check, check["childHealthchecks"], HealthCheck);
                return children.Any(child => child.Target is null)
                    ? Derivation.Leaf("convergence of the children", Figure.Unknown, new Source(SourceKind.Property, "childHealthchecks", check.Urn))
                    : Derivation.Max($"the children of {check.Name} turn", [.. children.Select(child => Converges(child.Target!))]);
            case "CLOUDWATCH_METRIC":
                var alarm = _estate.OfType(AlarmIndex.MetricAlarm).FirstOrDefault(candidate => candidate["name"].Text == check["cloudwatchAlarmName"].Text);
                return alarm is not null && AlarmIndex.Rings(alarm, Basis.Enforced) is { } rings
                    ? Derivation.Sum($"the alarm of {check.Name} turns", rings)
                    : Derivation.Leaf("convergence of the alarm", Figure.Unknown, new Source(SourceKind.Property, "cloudwatchAlarmName", check.Urn));
        }

        var interval = FactBook.Get("r53-hc-interval-default");
        var threshold = FactBook.Get("r53-hc-threshold-default");
        return Derivation.Times(
            $"failures of {check.Name}",
            check["requestInterval"].Number is { } seconds
                ? Derivation.Leaf("interval", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, "requestInterval", check.Urn))
                : Derivation.Leaf("interval", Figure.Exactly(interval.Number!.Value, Basis.Limit), interval.ToSource()),
            check["failureThreshold"].Number is { } failures
                ? Derivation.Quantity("failures", failures, "x", Basis.Enforced, new Source(SourceKind.Property, "failureThreshold", check.Urn))
                : Derivation.Quantity("failures", threshold.Number!.Value, "x", Basis.Limit, threshold.ToSource()));
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
