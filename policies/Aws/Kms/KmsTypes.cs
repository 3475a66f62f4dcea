namespace DrInfra.Policies.Aws.Kms;

/// <summary>Type tokens of the provider's module <c>aws:kms</c>.</summary>
public static class KmsTypes
{
    public const string Alias = "aws:kms/alias:Alias";
    public const string ExternalKey = "aws:kms/externalKey:ExternalKey";
    public const string Grant = "aws:kms/grant:Grant";
    public const string Key = "aws:kms/key:Key";
    public const string KeyPolicy = "aws:kms/keyPolicy:KeyPolicy";
    public const string ReplicaExternalKey = "aws:kms/replicaExternalKey:ReplicaExternalKey";
    public const string ReplicaKey = "aws:kms/replicaKey:ReplicaKey";
}
