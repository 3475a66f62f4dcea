using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Data;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>Reports made by hand, with something of everything.</summary>
internal static class SampleReports
{
    public const string Table = "urn:pulumi:dev::shop::drinfra:data:GlobalTable$aws:dynamodb/table:Table::orders-carts";
    public const string Cluster = "urn:pulumi:dr::shop::aws:rds/cluster:Cluster::orders-journal";
    public const string Parameter = "urn:pulumi:dev::shop::aws:ssm/parameter:Parameter::orders-manifest";

    public static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Rule Protection = new DeletionProtectionIsOn();
    private static readonly Rule Sample = new SampleRule("former-id");

    private static readonly Derivation Lag = Derivation.Leaf(
        "replica lag", new Figure(1, 20, Basis.Enforced), new Source(SourceKind.Property, "parameters[0].value", Cluster),
        new Source(SourceKind.Fact, "aurora-lag", Link: "https://example.com/aurora"));

    private static readonly Cause KeyElsewhere = new(Cluster, "kmsKeyId", "its key is in eu-west-1");

    private static readonly Derivation Restore = Derivation.Sum(
        "restore of the backup",
        Derivation.Over(
            "copying it back",
            Derivation.Quantity("size", 100, "GB", Basis.Enforced, new Source(SourceKind.Promise, "stores[0].sizeGb", Parameter)),
            Derivation.Quantity("rate", new Figure(0.1, 0.05, Basis.Assumption), "GB/s", new Source(SourceKind.Assumption, "restore-rate"))),
        Derivation.Leaf("adoption of the new cluster", Figure.Exactly(900, Basis.Assumption), new Source(SourceKind.Assumption, "adoption")));

    public static CheckResult Full { get; } = new()
    {
        Report = new CheckReport
        {
            AsOf = Today,
            Stacks = ["dev", "dr"],
            Violations =
            [
                new Violation(
                    "dev", Protection, Level.Mandatory, Table, "the table has no deletion protection",
                    "deletionProtectionEnabled") { Workload = "orders", Disruption = Disruption.Region, Part = "carts" },
                new Violation("dev, dr", Sample, Level.Advisory, "", "retention is 3 days, 7 needed", null),
            ],
            Unknown = [new UnknownVerdict("dr", Sample, Cluster, "kmsKeyId")],
            Waived =
            [
                new WaivedViolation(
                    new Violation("dr", Sample, Level.Mandatory, Cluster, "retention is 1 day, 7 needed", "backupRetentionPeriod"), "moving to <B> & @ops",
                    "dba", new DateOnly(2027, 1, 31)),
            ],
            Objectives =
            [
                Orders(Disruption.Region, Lag, TimeSpan.FromMinutes(5), ObjectiveVerdict.Met, Restore, TimeSpan.FromHours(1), ObjectiveVerdict.MetOnAssumption),
                Orders(
                    Disruption.Corruption, Derivation.Never("no window", "nothing keeps a history"), TimeSpan.FromHours(1), ObjectiveVerdict.Breached, Restore,
                    null, ObjectiveVerdict.NotApplicable),
                Orders(
                    Disruption.Account, Derivation.Leaf("lock of the vault", Figure.Unknown, new Source(SourceKind.Property, "lock", Cluster)),
                    TimeSpan.FromHours(1), ObjectiveVerdict.Unknown, Derivation.Nothing("nothing to do", "nothing is served"), null,
                    ObjectiveVerdict.NotApplicable),
            ],
            Stores =
            [
                new StoreReport(
                    Table, "orders", "table", "eu-west-1",
                    [new CopyReport("replica", "eu-central-1", null, ["zone", "region"]), new CopyReport("backup", null, Cluster, [])], []),
            ],
            Unclassified = [Cluster],
            NotJudged =
            [
                new NotJudged(
                    "aws-native:s3:Bucket", "no reader knows resources of aws-native", ["urn:pulumi:dev::shop::aws-native:s3:Bucket::docs"], IsOpen: true),
            ],
            Notes = ["dev: aws:s3/bucket:Bucket old will be deleted by the next update, and is not judged"],
        },
        Sources = [new GraphSource("shop", "dev", "graphs/dev stack.json"), new GraphSource("shop", "dr", "/graphs/dr.json")],
        Settings = new RecoverySettings
        {
            Source = "policies/recovery.yaml",
            Assumptions = [new Assumption("adoption", 900, "15m", "drilled", "dba", new DateOnly(2026, 10, 1), null, 3)],
        },
        Rules = [Protection, Sample, new WaiverOnly()],
    };

    public static CheckResult Clean { get; } = new() { Report = new CheckReport { AsOf = Today, Stacks = ["dev"] }, Rules = [Protection] };

    private static Outcome Orders(
        Disruption disruption, Derivation rpo, TimeSpan? lost, ObjectiveVerdict rpoVerdict, Derivation rto, TimeSpan? away, ObjectiveVerdict rtoVerdict) =>
        new("orders", disruption, Parameter,
            new Ground(Measure.Rpo, rpoVerdict, rpo, lost) { Causes = rpoVerdict == ObjectiveVerdict.Breached ? [KeyElsewhere] : [] },
            new Ground(Measure.Rto, rtoVerdict, rto, away));

    private class SampleRule(params string[] formerly) : StackRule
    {
        protected override RuleDescriptor About => new(
            "A backup is kept long enough.",
            Why: "What is found late cannot be taken back | a week later.",
            Fix: "Keep it for 7 days.",
            Severity.Low, Level.Advisory, ["B2"]) { Aliases = formerly };

        public override IEnumerable<Finding> Evaluate(RuleContext context) => [];
    }

    private sealed class WaiverOnly : SampleRule;
}
