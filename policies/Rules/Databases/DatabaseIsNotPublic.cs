using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsNotPublic : ResourceRule
{
    public override string Description => "A database has no address on the internet.";

    public override string Why => "An attacker who reaches it is a disaster of its own, one that replication copies to the standby within a second.";

    public override string Fix => "Set publiclyAccessible to false.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.ClusterInstance, RdsTypes.Instance, NeptuneTypes.ClusterInstance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["publiclyAccessible"], wanted: false, serviceDefault: false, "it has a public address")];
}
