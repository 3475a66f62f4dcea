using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanRoutesItsRecords : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        (from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
         from config in PlanStep.Configs(plan, "route53HealthCheckConfigs")
         from verdict in Judge(context.Estate, plan, config.Config)
         select new Finding(plan, verdict))
        .Concat(from record in context.Estate.OfType(Route53Types.Record)
                from plan in ReferenceResolver.Declared(record, "healthCheckId", RegionSwitchTypes.Plan)
                where DnsName.Of(record) is not null && !Turns(plan, DnsName.Of(record)!)
                select Finding.Violation(record, $"it uses a health check of the plan {plan.Name}, which has no routing step for it", "healthCheckId"));

    private static bool Turns(Node plan, string name) => PlanStep.Configs(plan, "route53HealthCheckConfigs")
        .Any(config => config.Config["recordName"] is var stated && (stated.IsUnknown || (stated.Text is { } text && DnsName.Normal(text) == name)));

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan, Prop config)
    {
        if (config["recordName"].Text is not { } name)
        {
            yield return config["recordName"].IsUnknown
                ? Verdict.Unknown(config["recordName"].Path)
                : Verdict.Violation("the step names no record", config["recordName"].Path);
            yield break;
        }

        var zone = config["hostedZoneId"];
        Node[] records = [.. DnsName.Records(estate, name)
            .Where(record => record["zoneId"].IsUnknown || zone.IsUnknown || record["zoneId"].Text == zone.Text)];
        if (records.Length == 0)
        {
            yield return EstateScope.IsWhole(estate) || plan.Stack.Nodes.Any(node => node.Type == Route53Types.Record)
                ? Verdict.Violation($"there is no record {name} in the zone {zone}", config["recordName"].Path)
                : Verdict.Unknown(config["recordName"].Path);
            yield break;
        }

        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in config["recordSets"].Items)
        {
            var (verdict, region) = Set(estate, plan, records, set);
            covered.Add(region ?? "");
            if (verdict is not null)
            {
                yield return verdict;
            }
        }

        foreach (var region in plan["regions"].Items.Select(region => region.Text).OfType<string>().Where(region => !covered.Contains(region)))
        {
            yield return Verdict.Violation($"the step has no record set for {region}", config["recordSets"].Path);
        }
    }

    private static (Verdict? Verdict, string? Region) Set(Estate estate, Node plan, Node[] records, Prop set)
    {
        var identifier = set["recordSetIdentifier"];
        var region = set["region"].Text;
        var record = records.FirstOrDefault(record => record["setIdentifier"].Text == identifier.Text);
        if (record is null)
        {
            return (identifier.IsUnknown ? null : Verdict.Violation($"no record has the identifier {identifier}", identifier.Path), region);
        }

        if (PlannedRecords.Crossed(estate, plan, record, set) is { } crossed)
        {
            return (Verdict.Violation(crossed.Text, crossed.Property), region);
        }

        // A check that is a resource is not one that the plan turns.
        return estate.References.Follow(record, "healthCheckId", Route53Types.HealthCheck).Target is not null
            || record["healthCheckId"].IsAbsent
            || (ReferenceResolver.Declared(record, "healthCheckId", RegionSwitchTypes.Plan) is { Count: > 0 } plans && !plans.Contains(plan))
            ? (Verdict.Violation($"the record {identifier} does not use this plan's health checks", identifier.Path), region)
            : (null, region);
    }
}
