using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ClusterEncryptsItsSecrets : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A Kubernetes cluster encrypts the secrets that it keeps, and keeps its audit log.",
        Why: "Passwords of the stores are in its objects, and in every backup of them.",
        Fix: "State encryptionConfig with resources secrets and a key, and enabledClusterLogTypes with audit.",
        Severity.High, "B5 F6",
        Published: "kubescape/C-0066");

    public override IReadOnlyList<string> AppliesTo => [EksTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var encryption = node["encryptionConfig"];
        yield return encryption.IsUnknown ? Verdict.Unknown(encryption.Path)
            : encryption.Items.Any(config => config["resources"].Items.Any(item => item.Text == "secrets") && config["provider"]["keyArn"].IsStated()) ? Verdict.Compliant
            : Verdict.Violation("secrets are not encrypted with a key: encryptionConfig is not stated", encryption.Path);
        var logs = node["enabledClusterLogTypes"];
        yield return logs.IsUnknown ? Verdict.Unknown(logs.Path)
            : logs.Items.Any(log => log.Text == "audit") ? Verdict.Compliant
            : Verdict.Violation("what is done to it is not logged: enabledClusterLogTypes lacks audit", logs.Path);
    }
}
