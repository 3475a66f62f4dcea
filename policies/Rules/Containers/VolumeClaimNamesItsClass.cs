using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class VolumeClaimNamesItsClass : ResourceRule
{
    public override string Description => "A claim of a volume names its storage class.";

    public override string Why => "The default class differs between clusters: in the standby the volume may be of another kind, unencrypted, or deleted with its claim.";

    public override string Fix => "State storageClassName.";

    public override Severity Severity => Severity.Low;

    public override IReadOnlyList<string> Practices => ["B5", "H4"];

    public override IReadOnlyList<string> Also => ["kyverno/require-storageclass", "gatekeeper/K8sStorageClass"];

    public override IReadOnlyList<string> AppliesTo => ["kubernetes:core/v1:PersistentVolumeClaim", .. Pods.StatefulSets];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var claims = node.Type == "kubernetes:core/v1:PersistentVolumeClaim" ? [node["spec"]] : node["spec"]["volumeClaimTemplates"].Items.Select(claim => claim["spec"]).ToArray();
        foreach (var name in claims.Select(claim => claim["storageClassName"]))
        {
            yield return !name.IsStated() ? Verdict.Violation("it takes the cluster's default storage class", name.Path) : Verdict.Compliant;
        }
    }
}
