namespace DrInfra.Policies.Aws.SecretsManager;

/// <summary>Type tokens of the provider's module <c>aws:secretsmanager</c>.</summary>
public static class SecretsManagerTypes
{
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string SecretRotation = "aws:secretsmanager/secretRotation:SecretRotation";
    public const string SecretVersion = "aws:secretsmanager/secretVersion:SecretVersion";
}
