namespace DrInfra.Infra.Permissions;

/// <summary>Actions that several documents have, each list once and in the order of the alphabet.</summary>
internal static class Actions
{
    /// <summary>What a service needs of a key to read and to write under it.</summary>
    public static string[] UseKey { get; } = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>The same of services that also encrypt anew, and look at the key before.</summary>
    public static string[] UseAndSeeKey { get; } = Sorted([.. UseKey, "kms:DescribeKey", "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"]);

    /// <summary>Everything that a symmetric key does.</summary>
    public static string[] UseKeyInEveryWay { get; } =
        Sorted([.. UseAndSeeKey.Where(action => action != "kms:DescribeKey"), "kms:GenerateDataKeyWithoutPlaintext"]);

    /// <summary>What writing a log takes, once its group is there.</summary>
    public static string[] WriteLogs { get; } = ["logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>What AWS Backup looks at before it does anything with clusters.</summary>
    public static string[] SeeClusters { get; } = ["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:ListTagsForResource"];

    /// <summary>A list and more, in order.</summary>
    public static string[] Sorted(params IEnumerable<string> actions) => [.. actions.Order(StringComparer.Ordinal)];
}
