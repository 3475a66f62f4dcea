namespace DrInfra.Policies.Rules.Storage;

public sealed class GeneratedPasswordIsLong() : ResourceRule("random:index/randomPassword:RandomPassword")
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var length = node["length"];
        yield return length.IsUnknown ? Verdict.Unknown(length.Path)
            : length.Number >= parameters["minimumLength"] ? Verdict.Compliant
            : Verdict.Violation(
                $"the password has {(length.IsAbsent ? "no length" : $"{length} characters")}, {parameters["minimumLength"]} needed", length.Path);
    }
}
