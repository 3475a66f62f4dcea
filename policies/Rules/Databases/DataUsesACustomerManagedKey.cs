using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DataUsesACustomerManagedKey() : ResourceRule([.. KeyUse.Types])
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node) || node.Input("snapshotIdentifier").IsStated() || node.Input("restoreToPointInTime").IsStated())
        {
            return [Verdict.NotApplicable("it keeps the key of its source")];
        }

        if (node.Type == KeyspacesTypes.Table && Keyspace.MultiRegionBeside(node) is not null)
        {
            return [Verdict.NotApplicable("it is in several Regions, where Keyspaces takes no customer managed key")];
        }

        return [.. KeyUse.Of(node).Select(Judge)];
    }

    private static Verdict Judge(KeyUse use)
    {
        if (!use.Key.IsStated())
        {
            return Verdict.Violation($"{use.What} is encrypted with an AWS managed key", use.Key.Path);
        }

        // A key that is to be made is a customer's; of a list of replicas that is not known, nobody can say what it names.
        return use is { Key.IsUnknown: true, Region: null } ? Verdict.Unknown(use.Key.Path)
            : use.Key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true
            ? Verdict.Violation($"{use.What} names the AWS managed key {use.Key}", use.Key.Path)
            : Verdict.Compliant;
    }
}
