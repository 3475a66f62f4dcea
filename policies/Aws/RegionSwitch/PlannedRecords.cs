using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>Records whose health checks a Region-switch plan hands out: the plan turns the check of a record set for the Region that it takes it for.</summary>
internal static class PlannedRecords
{
    /// <summary>Whether a record's health check is one that a plan hands out: the property was made from the plan.</summary>
    public static bool IsTurned(Node record) => Plans(record).Count > 0;

    /// <summary>Why the plan turns the wrong record for a Region; null where it turns the right one, or says nothing of it.</summary>
    public static Reason? Fault(Estate estate, Node record) => Plans(record)
        .Select(plan => Crossed(estate, plan, record)).FirstOrDefault(reason => reason is not null);

    /// <summary>Why a record set of a step is taken for a Region that its record does not lead to; null where it leads there, or nobody can tell.</summary>
    public static Reason? Crossed(Estate estate, Node plan, Node record, Prop set) =>
        ServedRegion.Of(estate, record) is { } served && set["region"].Text is { } region && served != region
            ? new Reason($"the record {set["recordSetIdentifier"]} leads to {served}, but the step uses it for {region}", plan, set["region"].Path)
            : null;

    /// <summary>
    /// Why a step moves a beacon to the wrong Region: a record set of it says another Region than the step uses it for; null where none does, or
    /// nobody can tell.
    /// </summary>
    public static Reason? Misnamed(Estate estate, PlanStep step) => (
        from set in step.Config["recordSets"].Items
        from record in DnsName.Records(estate, step.Record ?? "")
        where record["setIdentifier"].Text is { } identifier && identifier == set["recordSetIdentifier"].Text
        let says = record["records"].Items is [{ Text: { } text }] ? text.Trim('"') : null
        where says is not null && set["region"].Text is { } region && says != region
        select new Reason($"it says {says}, but step {step.Name} uses it for {set["region"]}", record, "records")).FirstOrDefault();

    /// <summary>Whether a step turns records of texts alone: who reads them learns something, and is led nowhere.</summary>
    public static bool AreTexts(Estate estate, PlanStep step) => step.Config["recordName"].Text is { } name
        && estate.OfType(Route53Types.Record).Where(record => DnsName.Of(record) == DnsName.Normal(name)).ToArray() is { Length: > 0 } records
        && records.All(record => record["type"].Text == "TXT");

    private static IReadOnlyList<Node> Plans(Node record) => ReferenceResolver.Declared(record, "healthCheckId", RegionSwitchTypes.Plan);

    private static Reason? Crossed(Estate estate, Node plan, Node record) => PlanStep.Configs(plan, "route53HealthCheckConfigs").Select(step => step.Config)
        .Where(config => config["recordName"].Text is not { } name || DnsName.Normal(name) == DnsName.Of(record))
        .SelectMany(config => config["recordSets"].Items)
        .Where(set => record["setIdentifier"].Text is { } identifier && set["recordSetIdentifier"].Text == identifier)
        .Select(set => Crossed(estate, plan, record, set)).FirstOrDefault(reason => reason is not null);
}
