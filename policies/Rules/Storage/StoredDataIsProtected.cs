using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

public sealed class StoredDataIsProtected : ResourceRule
{
    public override string Description => "What holds data, or the key to it, is protected from deletion by the engine.";

    public override string Why => "One wrong destroy, rename or replacement deletes a bucket, a key or a secret that every copy depends on; the engine refuses for what is protected.";

    public override string Fix => "Set the resource option protect to true.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> AppliesTo => StoredTypes.All;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return BucketScope.Types.Contains(node.Type, StringComparer.Ordinal) && !BucketScope.IsKept(node) ? Verdict.NotApplicable("logs")
            : node.Resource.Protect ? Verdict.Compliant
            : Verdict.Violation("the engine may delete it: protect is off");
    }
}
