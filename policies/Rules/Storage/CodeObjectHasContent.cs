using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class CodeObjectHasContent() : ResourceRule(CodeObjects.Types)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // An export from which assets were taken out shows no inputs at all.
        if (node.Input("bucket").IsAbsent || node.Input("key").IsAbsent)
        {
            yield return Verdict.NotApplicable("an object whose inputs are not in the graph");
            yield break;
        }

        var encoded = node["contentBase64"];
        yield return encoded.Text is { } text && !Convert.TryFromBase64String(text, new byte[text.Length], out _)
            ? Verdict.Violation("contentBase64 is not valid base64", encoded.Path)
                : encoded.IsAbsent && node["content"].IsAbsent && node["source"].IsAbsent ? Verdict.Violation("the object has no content", "source")
                : Verdict.Compliant;
    }
}
