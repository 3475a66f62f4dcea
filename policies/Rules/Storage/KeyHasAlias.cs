using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyHasAlias : StackRule
{
    protected override RuleDescriptor About => new(
        "A customer key has an alias in its own Region.",
        Why: "A key's id is random: policies, runbooks and the other stack find it by its alias only, and the replica of a multi-Region key does not get "
            + "the primary's.",
        Fix: "Declare an Alias for the key, with the provider of the key's Region.",
        Severity.Low, "B6");

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
                yield return open.Contains(key.Stack) ? Finding.Unknown(key, "targetKeyId") : Finding.Violation(key, $"no alias in {key.Region ?? "the key's Region"} names the key");
            }
        }
    }
}
