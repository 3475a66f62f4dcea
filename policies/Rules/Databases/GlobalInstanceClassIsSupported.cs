using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalInstanceClassIsSupported : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            foreach (var instance in database.Members.SelectMany(member => ClusterInstances.Of(context.Estate, member)))
            {
                var size = instance["instanceClass"];
                if (size.IsUnknown)
                {
                    yield return Finding.Unknown(instance, size.Path);
                }
                else if (!IsSupported(size.Text ?? ""))
                {
                    yield return Finding.Violation(instance, $"global databases do not support {size}", size.Path);
                }
            }
        }
    }

    // db.r5.large, db.r6gd.16xlarge, db.x2g.large: the digit after r or x is the generation.
    private static bool IsSupported(string size) => size == "db.serverless"
        || (size.Split('.') is ["db", [var kind, var generation, ..], { Length: > 0 } capacity]
            && ((kind == 'r' && generation is >= '5' and <= '9') || (kind == 'x' && generation is >= '2' and <= '9'))
            && (capacity is "large" || capacity.EndsWith("xlarge", StringComparison.Ordinal)));
}
