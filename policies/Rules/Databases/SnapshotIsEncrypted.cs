using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SnapshotIsEncrypted : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (type, property, sources) in new[]
        {
            (RdsTypes.Snapshot, "dbInstanceIdentifier", RdsTypes.Instance),
            (RdsTypes.ClusterSnapshot, "dbClusterIdentifier", RdsTypes.Cluster),
            (NeptuneTypes.ClusterSnapshot, "dbClusterIdentifier", NeptuneTypes.Cluster),
        })
        {
            foreach (var snapshot in context.Estate.OfType(type))
            {
                var reference = context.Estate.References.Follow(snapshot, property, sources);
                if (reference.IsUnknown || reference.Target?["storageEncrypted"].IsUnknown == true)
                {
                    yield return Finding.Unknown(snapshot, property);
                }
                else if (reference.Target is { } source && source["storageEncrypted"].Flag != true && source["engineMode"].Text != "serverless")
                {
                    yield return Finding.Violation(snapshot, $"its source {source.Name} is not encrypted", property);
                }
            }
        }
    }
}
