using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyHasAlias : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var open = context.Estate.OfType(KmsTypes.Alias)
            .Where(alias => context.Estate.References.Follow(alias, "targetKeyId", Keys.Types).IsUnknown)
            .Select(alias => alias.Stack)
            .ToHashSet();
        foreach (var key in context.Estate.OfTypes(Keys.Types))
        {
            if (!context.Estate.UsersOf(key, KmsTypes.Alias, "targetKeyId").Any(alias => alias.Region == key.Region))
            {
                yield return open.Contains(key.Stack)
                    ? Finding.Unknown(key, "targetKeyId")
                    : Finding.Violation(key, $"the key has no alias in {key.Region ?? "the key's Region"}");
            }
        }
    }
}
