using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DataKeyIsInItsRegion : StackRule
{
    private static readonly string[] KeyTypes = [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.Alias];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(KeyUse.Types))
        {
            foreach (var use in KeyUse.Of(node).Where(use => use.Key.IsStated() && use.Region is not null))
            {
                var reference = context.Estate.References.Follow(node, use.Key, KeyTypes);
                if (reference.IsUnknown)
                {
                    yield return Finding.Unknown(node, reference.Path);
                }
                else if (reference.Region is { } region && region != use.Region)
                {
                    yield return Finding.Violation(node, $"{use.What} is in {use.Region}, its key in {region}", reference.Path);
                }
            }
        }
    }
}
