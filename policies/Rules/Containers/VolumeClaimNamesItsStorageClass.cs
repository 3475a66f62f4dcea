using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class VolumeClaimNamesItsStorageClass() : ResourceRule(["kubernetes:core/v1:PersistentVolumeClaim", .. Pods.StatefulSets])
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var claims = node.Type == "kubernetes:core/v1:PersistentVolumeClaim"
            ? [node["spec"]]
            : node["spec"]["volumeClaimTemplates"].Items.Select(claim => claim["spec"]).ToArray();
        foreach (var name in claims.Select(claim => claim["storageClassName"]))
        {
            yield return !name.IsStated() ? Verdict.Violation("it uses the cluster's default storage class", name.Path) : Verdict.Compliant;
        }
    }
}
