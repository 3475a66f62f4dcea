using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KmsKeyIsInTheSameRegion : StackRule
{
    private static readonly string[] KeyTypes = [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.Alias];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Data(context.Estate).Concat(SecretCopy.KeyFaults(context.Estate).Select(Finding.Of));

    private static IEnumerable<Finding> Data(Estate estate)
    {
        foreach (var node in estate.OfTypes(KeyUse.Types))
        {
            foreach (var use in KeyUse.Of(node).Where(use => use.Key.IsStated() && use.Region is not null))
            {
                var reference = estate.References.Follow(node, use.Key, KeyTypes);
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
