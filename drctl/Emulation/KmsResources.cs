using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Drctl.Emulation;

internal static class KmsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(KmsTypes.Key, CreateKey),
        new(KmsTypes.ReplicaKey, CreateReplicaKey),
        new(KmsTypes.Alias, CreateAlias),
    ];

    private static EmulatedResource CreateKey(EmulationRequest request)
    {
        var id = request.Flag("multiRegion") ? $"mrk-{request.Hex(32)}" : request.Uuid();
        return EmulatedOutputs.InRegion(request)
            .Set("keyId", id)
            .Set("arn", request.Arn("kms", $"key/{id}"))
            .Default("isEnabled", true)
            .Default("keyUsage", "ENCRYPT_DECRYPT")
            .Default("customerMasterKeySpec", "SYMMETRIC_DEFAULT")
            .Default("policy", DefaultKeyPolicy(request))
            .Default("rotationPeriodInDays", request.Flag("enableKeyRotation") ? 365 : null)
            .Off("multiRegion", "enableKeyRotation", "bypassPolicyLockoutSafetyCheck")
            .EmptyTexts("description")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateReplicaKey(EmulationRequest request)
    {
        // arn:partition:kms:region:account:key/mrk-...: a replica shares the id of its primary.
        var parts = request.Text("primaryKeyArn")?.Split(':') ?? [];
        var id = parts.Length == 6 && parts[5].StartsWith("key/", StringComparison.Ordinal) ? parts[5]["key/".Length..] : null;
        if (id is not null && !id.StartsWith("mrk-", StringComparison.Ordinal))
        {
            // AWS KMS developer guide, "Create multi-Region replica keys".
            throw request.Refuse(
                "primaryKeyArn",
                request.Text("primaryKeyArn"),
                "only a multi-Region primary key (multiRegion: true, id mrk-...) can be replicated.");
        }

        if (id is not null && parts[3] == request.Region)
        {
            throw request.Refuse(
                "primaryKeyArn",
                request.Text("primaryKeyArn"),
                $"a replica must be in another Region than its primary, not in {request.Region} too.");
        }

        id ??= $"mrk-{request.Hex(32)}";
        var primary = parts.Length == 6 ? request.Find(KmsTypes.Key, id, parts[3]) : null;
        return EmulatedOutputs.InRegion(request)
            .Set("keyId", id)
            .Set("arn", request.Arn("kms", $"key/{id}"))
            .Set("keyRotationEnabled", primary?.Outputs.GetValueOrDefault("enableKeyRotation"))
            .Set("keySpec", primary?.Outputs.GetValueOrDefault("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT")
            .Set("keyUsage", primary?.Outputs.GetValueOrDefault("keyUsage") ?? "ENCRYPT_DECRYPT")
            .Default("enabled", true)
            .Default("deletionWindowInDays", 30)
            .Default("policy", DefaultKeyPolicy(request))
            .Off("bypassPolicyLockoutSafetyCheck")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateAlias(EmulationRequest request)
    {
        // Auto-naming knows that an alias must start so.
        var given = request.Inputs.ContainsKey("name") || request.Inputs.ContainsKey("namePrefix");
        var name = given ? request.PhysicalName() : $"alias/{request.PhysicalName()}";
        var target = request.Text("targetKeyId");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("kms", name))
            .Set("targetKeyArn", target?.StartsWith("arn:", StringComparison.Ordinal) == false ? request.Arn("kms", $"key/{target}") : target)
            .WithId(name);
    }

    private static string DefaultKeyPolicy(EmulationRequest request) =>
        """{"Id":"key-default-1","Statement":[{"Action":"kms:*","Effect":"Allow","Principal":{"AWS":"""
        + $"\"{request.GlobalArn("iam", "root")}\""
        + """},"Resource":"*","Sid":"Enable IAM User Permissions"}],"Version":"2012-10-17"}""";
}
