using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseRetentionIsLongEnough : ResourceRule
{
    // Aurora and RDS keep 35 days at most.
    private const double Longest = 35;

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that automated backups must be kept.", 7, 1, 35),
    ];

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var period = node[AutomatedBackups.Property];
        if (InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("a read replica is backed up at its source")];
        }

        if (AutomatedBackups.Retention(node).Days is not { } days)
        {
            return [Verdict.Unknown(AutomatedBackups.Property)];
        }

        var wanted = parameters["minimumDays"];
        return
        [
            days > Longest ? Verdict.Violation($"retention is {days} days, {Longest} is the most that the service takes", period.Path)
            : days < wanted ? Verdict.Violation($"retention is {days} {(days == 1 ? "day" : "days")}, {wanted} needed", period.Path)
            : Verdict.Compliant,
        ];
    }
}
