using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ImagesArePinned() : ResourceRule(Pods.All)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var image in Pods.Images(node))
        {
            yield return image.IsUnknown ? Verdict.Unknown(image.Path)
                : image.Text is { } text && (text.Contains('@', StringComparison.Ordinal) || (TagOf(text) is { } tag && tag != "latest")) ? Verdict.Compliant
                : Verdict.Violation($"image {image.Text ?? "of no name"} has no version tag or digest", image.Path);
        }
    }

    // A colon before the last slash belongs to the registry's port.
    private static string? TagOf(string image) => image.LastIndexOf(':') is var at && at > image.LastIndexOf('/') ? image[(at + 1)..] : null;
}
