namespace DrInfra.Policies.Aws.Ecr;

/// <summary>Type tokens of the provider's module <c>aws:ecr</c>.</summary>
public static class EcrTypes
{
    public const string LifecyclePolicy = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    public const string PullThroughCacheRule = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
    public const string RegistryScanningConfiguration = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
    public const string ReplicationConfiguration = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
    public const string Repository = "aws:ecr/repository:Repository";
}
