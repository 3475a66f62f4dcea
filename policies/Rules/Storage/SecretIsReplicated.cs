using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretIsReplicated : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var secret in context.Estate.OfType(SecretsManagerTypes.Secret).Where(secret => secret.Workload != DrTags.Shared))
        {
            yield return new Finding(secret, Judge(context.Estate, secret));
        }
    }

    private static Verdict Judge(Estate estate, Node secret)
    {
        var replicas = Secrets.Replicas(secret).ToArray();
        if (Array.Exists(replicas, replica => replica.Region is { } region && region != secret.Region) || Secrets.HasTwin(estate, secret))
        {
            return Verdict.Compliant;
        }

        if (Array.Find(replicas, replica => replica.RegionName.IsUnknown) is { } unknown)
        {
            return Verdict.Unknown(unknown.RegionName.Path);
        }

        // A pair may declare the secret once per Region: the other stack is not here to tell.
        if (replicas.Length == 0 && estate.Stacks.Count == 1 && !secret.Stack.IsForeign)
        {
            return Verdict.Unknown(Secrets.ReplicasProperty);
        }

        return Verdict.Violation(replicas.Length == 0
            ? $"the secret is in {secret.Region ?? "one Region"} only"
            : $"the secret is replicated within its own Region: {string.Join(", ", replicas.Select(replica => replica.RegionName.ToString()))}",
                Secrets.ReplicasProperty);
    }
}
