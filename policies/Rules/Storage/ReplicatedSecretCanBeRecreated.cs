using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicatedSecretCanBeRecreated() : ResourceRule(SecretsManagerTypes.Secret)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var overwrite = node["forceOverwriteReplicaSecret"];
        var replicas = Secrets.Replicas(node).ToArray();
        yield return replicas.Length == 0 ? Verdict.NotApplicable("no replicas")
            : replicas[0].IsListUnknown ? Verdict.Unknown(Secrets.ReplicasProperty)
            : overwrite.IsUnknown ? Verdict.Unknown(overwrite.Path)
            : overwrite.Flag == true ? Verdict.Compliant
            : Verdict.Violation("an existing replica is not overwritten: forceOverwriteReplicaSecret is off", overwrite.Path);
    }
}
