using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EksClusterEncryptsSecrets() : ResourceRule(EksTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var encryption = new EksCluster(node).Encryption;
        yield return encryption.IsUnknown ? Verdict.Unknown(encryption.Path)
            : encryption.Items.Any(config => config["resources"].Items.Any(item => item.Text == "secrets") && config["provider"]["keyArn"].IsStated())
                ? Verdict.Compliant
                : Verdict.Violation("secrets are not encrypted with a KMS key: encryptionConfig is not set", encryption.Path);
    }
}
