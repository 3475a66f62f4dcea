namespace DrInfra.Policies.Aws.SecretsManager;

/// <summary>Secrets, and the same secret declared once per Region.</summary>
internal static class Secrets
{
    public const string ReplicasProperty = "replicas";

    /// <summary>The properties that can hold a version's value.</summary>
    public static readonly string[] Values = ["secretString", "secretBinary", "secretStringWo"];

    /// <summary>Whether another Region has a secret of its own under the same name.</summary>
    public static bool HasTwin(Estate estate, Node secret) => estate.OfType(SecretsManagerTypes.Secret).Any(other =>
        other.Region != secret.Region && other.Workload == secret.Workload
        && (secret.Input("name").Text is { } name ? other.Input("name").Text == name : other.Stack != secret.Stack && other.Name == secret.Name));

    /// <summary>The copies in other Regions that the secret states; where the list or a Region is not known, that property.</summary>
    public static IEnumerable<SecretCopy> Replicas(Node secret) => secret[ReplicasProperty] is { IsUnknown: true } unknown
        ? [new SecretCopy(null, unknown, default)]
        : secret[ReplicasProperty].Items.Select(replica => new SecretCopy(replica["region"].Text, replica["region"], replica["kmsKeyId"]));
}
