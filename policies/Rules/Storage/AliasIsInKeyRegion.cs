using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class AliasIsInKeyRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(KmsTypes.Alias).SelectMany(alias => Judge(context.Estate, alias).Select(verdict => new Finding(alias, verdict)));

    private static IEnumerable<Verdict> Judge(Estate estate, Node alias)
    {
        var name = alias.Input("name");
        if (name.Text is { } text && (!text.StartsWith("alias/", StringComparison.Ordinal) || text.StartsWith("alias/aws/", StringComparison.Ordinal)))
        {
            yield return Verdict.Violation($"{text} is not a valid alias name", name.Path);
        }

        var target = estate.References.Follow(alias, "targetKeyId", Keys.Types);
        if (target.IsAbsent)
        {
            yield return Verdict.Violation("the alias has no key", "targetKeyId");
        }
        else if (target.Region is not { } region || alias.Region is not { } own)
        {
            yield return Verdict.Unknown("targetKeyId");
        }
        else if (region != own)
        {
            yield return Verdict.Violation($"the alias is in {own}, its key in {region}", "targetKeyId");
        }
    }
}
