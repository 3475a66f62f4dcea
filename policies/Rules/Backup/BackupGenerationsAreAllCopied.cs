using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupGenerationsAreAllCopied : ResourceRule
{
    public override string Description => "Where one generation of a backup plan is copied to another vault, all of its generations are, but for the continuous one.";

    public override string Why => "The generation that is left out is lost with its Region, and with it the only backups from before the others were taken.";

    public override string Fix => "Give each rule of the plan the copyActions of the others.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B2", "B6"];

    public override IReadOnlyList<string> AppliesTo => [BackupTypes.Plan];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // A continuous backup is copied as a snapshot, which the other generations give already.
        Prop[] rules = [.. node["rules"].Items.Where(rule => rule["enableContinuousBackup"].Flag != true)];
        if (Array.Find(rules, rule => rule["copyActions"].IsUnknown) is { IsAbsent: false } unknown)
        {
            return [Verdict.Unknown(unknown["copyActions"].Path)];
        }

        return rules.Any(rule => rule["copyActions"].Items.Count > 0)
            ? rules.Where(rule => rule["copyActions"].Items.Count == 0)
                .Select(rule => Verdict.Violation($"rule {rule["ruleName"]} is copied nowhere, the plan's others are", rule["copyActions"].Path))
            : [Verdict.NotApplicable("nothing of the plan is copied")];
    }
}
