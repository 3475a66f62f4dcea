using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

public sealed class CodeIsInFunctionRegion : StackRule
{
    private static readonly string[] Types = ["aws:lambda/function:Function", "aws:lambda/layerVersion:LayerVersion", "aws:synthetics/canary:Canary"];

    public override string Description => "The code of a function or canary is an object in a bucket of its own Region.";

    public override string Why => "A function whose code lies in another Region cannot be created or updated when that Region is gone; one whose code is not declared cannot be rebuilt at all.";

    public override string Fix => "Put the code object into a bucket of the function's Region, in the same program.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6", "F3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfTypes(Types).Where(node => !node.Input("s3Bucket").IsAbsent).Select(node => new Finding(node, Judge(context.Estate, node)));

    private static Verdict Judge(Estate estate, Node node)
    {
        var reference = estate.References.Follow(node, "s3Bucket", BucketScope.Types);
        if (reference.Target is not { } bucket)
        {
            return Verdict.Unknown("s3Bucket");
        }

        if (bucket.Region is { } from && node.Region is { } region && from != region)
        {
            return Verdict.Violation($"the code is in {from}, the function in {region}", "s3Bucket");
        }

        var objects = CodeObjects.In(estate, bucket);
        if (objects.Count == 0)
        {
            return Verdict.NotApplicable("the program declares no objects of the bucket");
        }

        var key = node["s3Key"];
        return key.IsUnknown
            ? CodeObjects.Declared(node).Any(declared => objects.Contains(declared)) ? Verdict.Compliant : Verdict.Unknown(key.Path)
            : objects.Any(code => code["key"].Text == key.Text || (code["key"].IsUnknown && CodeObjects.Declared(node).Contains(code))) ? Verdict.Compliant
            : Verdict.Violation($"the bucket has no declared object {key}", key.Path);
    }
}
