using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>What the roles that back up and that restore have in common.</summary>
internal sealed class BackupStatements(PairIdentity pair)
{
    /// <summary>The snapshots that AWS Backup makes.</summary>
    public string Snapshots(string region) => $"arn:aws:rds:{region}:{pair.AccountId}:cluster-snapshot:awsbackup:*";

    /// <summary>Any snapshot of a cluster.</summary>
    public string AnySnapshot(string region) => $"arn:aws:rds:{region}:{pair.AccountId}:cluster-snapshot:*";

    /// <summary>The keys of stores and vault, through some services.</summary>
    public Statement UseKeys(string sid, string[] actions, string region, params string[] services)
    {
        var condition = BehindTheStoresOrAVault(region);
        condition["StringEquals"] = new() { ["kms:ViaService"] = [.. services.Select(service => $"{service}.{region}.amazonaws.com")] };
        return new Statement { Sid = sid, Action = actions, Resource = [Arns.AnyKey(region, pair.AccountId)], Condition = condition };
    }

    /// <summary>What the keys are, in some Regions.</summary>
    public Statement SeeKeys(params string[] regions) => new()
    {
        Sid = "SeeKeys",
        Action = ["kms:DescribeKey"],
        Resource = [.. regions.Select(region => Arns.AnyKey(region, pair.AccountId))],
        Condition = BehindTheStoresOrAVault(regions),
    };

    /// <summary>The keys are lent to the services that snapshots and copies are made by.</summary>
    public Statement GrantKeys(params string[] regions)
    {
        var condition = BehindTheStoresOrAVault(regions);
        condition["Bool"] = new() { ["kms:GrantIsForAWSResource"] = ["true"] };
        return new Statement
        {
            Sid = "LendKeysToServices",
            Action = ["kms:CreateGrant"],
            Resource = [.. regions.Select(region => Arns.AnyKey(region, pair.AccountId))],
            Condition = condition,
        };
    }

    // Patterns, since a statement per workload would not fit into a role's policies in the end.
    private Dictionary<string, Dictionary<string, string[]>> BehindTheStoresOrAVault(params string[] regions) => new()
    {
        ["ForAnyValue:StringLike"] = new()
        {
            ["kms:ResourceAliases"] =
            [
                .. regions.SelectMany(region => new[]
                {
                    $"alias/{pair.Names.Prefix}*-{KeyParts.Data}-{region}",
                    $"alias/{pair.Names.Prefix}*-{KeyParts.Database}-{region}",
                    pair.Names.KeyAlias("shared", KeyParts.Backup, region),
                }),
            ],
        },
    };
}
