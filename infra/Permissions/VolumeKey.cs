using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>What it takes to make instances whose volumes are under the Region's key for volumes.</summary>
internal static class VolumeKey
{
    /// <summary>The statements.</summary>
    public static IEnumerable<Statement> Use(PairIdentity pair, string region) =>
    [
        new()
        {
            Sid = "EncryptVolumes",
            Action = Actions.Sorted([.. Actions.UseKeyInEveryWay, "kms:DescribeKey"]),
            Resource = [Arns.AnyKey(region, pair.AccountId)],
            Condition = OfVolumes(pair, region),
        },
        new()
        {
            Sid = "LetVolumesUseTheKey",
            Action = ["kms:CreateGrant"],
            Resource = [Arns.AnyKey(region, pair.AccountId)],
            Condition = new(OfVolumes(pair, region)) { ["Bool"] = new() { ["kms:GrantIsForAWSResource"] = ["true"] } },
        },
    ];

    /// <summary>The statement of an instance that encrypts its own disks with it.</summary>
    public static Statement OfDisks(PairIdentity pair, string region) => new()
    {
        Sid = "EncryptDisks",
        Action = Actions.UseAndSeeKey,
        Resource = [Arns.AnyKey(region, pair.AccountId)],
        Condition = OfVolumes(pair, region),
    };

    private static Dictionary<string, Dictionary<string, string[]>> OfVolumes(PairIdentity pair, string region) => new()
    {
        ["ForAnyValue:StringEquals"] = new() { ["kms:ResourceAliases"] = [pair.Names.KeyAlias("shared", KeyParts.Volumes, region)] },
    };
}
