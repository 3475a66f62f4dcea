using System.Collections.Frozen;

namespace DrInfra.Drctl.Emulation;

/// <summary>Every resource type the emulated cloud knows, by family. A new family is one more line.</summary>
internal static class EmulatedTypes
{
    public static FrozenDictionary<string, EmulatedType> ByToken { get; } = new[]
    {
        ProviderResources.Types,
        RandomResources.Types,
        KmsResources.Types,
        NetworkResources.Types,
        SecurityGroupResources.Types,
        EventResources.Types,
        LogsResources.Types,
        IamResources.Types,
        RdsResources.Types,
        SecretsManagerResources.Types,
        DynamoDbResources.Types,
        KeyspacesResources.Types,
        S3Resources.Types,
        SsmResources.Types,
        BackupResources.Types,
        RestoreTestingResources.Types,
        RamResources.Types,
        LoadBalancingResources.Types,
        AutoScalingResources.Types,
        ApplicationAutoScalingResources.Types,
        MskResources.Types,
        Route53Resources.Types,
        RegionSwitchResources.Types,
        AlarmResources.Types,
        SnsResources.Types,
        SqsResources.Types,
        SyntheticsResources.Types,
        LambdaResources.Types,
        EksResources.Types,
        EcrResources.Types,
        GlueResources.Types,
        DataSyncResources.Types,
        JobResources.Types,
        KubernetesResources.Types,
    }.SelectMany(family => family).ToFrozenDictionary(type => type.Token, StringComparer.Ordinal);

    /// <summary>What it does with a type; null for one that it does not know. Kinds of custom resources are all alike, and not in the list.</summary>
    public static EmulatedType? Find(string token) => ByToken.GetValueOrDefault(token) ?? KubernetesResources.Custom(token);
}
