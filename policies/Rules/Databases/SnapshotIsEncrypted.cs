using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SnapshotIsEncrypted : StackRule
{
    protected override RuleDescriptor About => new(
        "A snapshot that the program takes is of an encrypted database.",
        Why: "A snapshot is encrypted as its source is, and it is what is copied and shared for a recovery.",
        Fix: "Encrypt the database, or copy the snapshot with a key.",
        Severity.High, "B5", Level.Mandatory,
        Published: "RDS.4, CKV_AWS_146, Neptune.6");

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
