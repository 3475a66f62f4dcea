using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ImagesComeFromAnOwnRegistry() : ResourceRule(Pods.All)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var image in Pods.Images(node))
        {
            yield return image.IsUnknown ? Verdict.Unknown(image.Path)
                : image.Text is { } text && PublicRegistries.Of(text) is { } host
                    ? Verdict.Violation($"image {text} is pulled from the public registry {host}", image.Path)
                    : Verdict.Compliant;
        }
    }
}
