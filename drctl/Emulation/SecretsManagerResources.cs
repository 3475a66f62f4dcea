using System.Collections.Immutable;
using DrInfra.Policies.Aws.SecretsManager;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class SecretsManagerResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(SecretsManagerTypes.Secret, CreateSecret),
        new(SecretsManagerTypes.SecretVersion, CreateSecretVersion),
    ];

    /// <summary>A secret that people made: invented, of the form that programs read.</summary>
    public static ImmutableDictionary<string, object> Version(EmulationRequest call)
    {
        var secret = call.Text("secretId") ?? string.Empty;
        var (version, arn) = (call.Uuid("version"), call.Arn("secretsmanager", $"secret:{secret}-{call.Mixed(6, secret)}"));
        return Map(
            ("id", $"{secret}|{version}"),
            ("arn", arn),
            ("secretArn", arn),
            ("secretId", secret),
            ("versionId", version),
            ("region", call.Region),
            ("versionStage", "AWSCURRENT"),
            ("versionStages", ImmutableArray.Create<object>("AWSCURRENT")),
            ("createdDate", string.Empty),
            ("secretBinary", string.Empty),
            ("secretString", "{\"accessKey\":\"emulated\",\"secretKey\":\"emulated\"}"));
    }

    private static EmulatedResource CreateSecret(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var arn = request.Arn("secretsmanager", $"secret:{name}-{request.Mixed(6)}");
        var replicas = request.Maps("replicas").Select(object (replica) => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            // The key of AWS itself encrypts a replica for which none is named.
            ["kmsKeyId"] = "alias/aws/secretsmanager",
            ["lastAccessedDate"] = string.Empty,
            ["status"] = "InSync",
            ["statusMessage"] = "Replication succeeded",
        }.ToImmutableDictionary(StringComparer.Ordinal).SetItems(replica));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("replicas", replicas.ToImmutableArray())
            .Default("recoveryWindowInDays", 30)
            .Off("forceOverwriteReplicaSecret")
            .EmptyTexts("policy")
            .Tagged()
            .WithId(arn);
    }

    private static EmulatedResource CreateSecretVersion(EmulationRequest request)
    {
        var secret = request.Text("secretId");
        var version = request.Uuid();
        return EmulatedOutputs.InRegion(request)
            .Set("arn", secret)
            .Set("secretArn", secret)
            .Set("versionId", version)
            .Set("hasSecretStringWo", request.Inputs.ContainsKey("secretStringWo"))
            .Default("versionStages", ImmutableArray.Create<object>("AWSCURRENT"))
            .Secret("secretString", "secretBinary", "secretStringWo")
            .WithId(secret is null ? null : $"{secret}|{version}");
    }
}
