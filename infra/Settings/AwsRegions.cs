namespace DrInfra.Infra.Settings;

/// <summary>Facts about AWS Regions that decide whether a pair can do what is asked.</summary>
public static class AwsRegions
{
    /// <summary>
    /// The Regions of the commercial partition (<c>arn:aws:</c>). Other partitions share neither accounts nor replication with it.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1",
        "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1",
        "us-east-2", "us-west-1", "us-west-2",
    ];

    /// <summary>
    /// The sets inside which a strongly consistent DynamoDB table may have its replicas and its witness.
    /// Source: AWS CloudFormation reference, AWS::DynamoDB::GlobalTable GlobalTableWitness.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> StrongConsistencySets { get; } =
    [
        ["us-east-1", "us-east-2", "us-west-2"],
        ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
        ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
    ];

    /// <summary>
    /// The three zones that are used where the settings name none: a, b and c, but for Regions whose letters have a gap for
    /// accounts opened today. A Region that may offer an account just two zones has no default.
    /// </summary>
    public static IReadOnlyList<string>? DefaultZones(string region) => region switch
    {
        "us-west-1" => null,
        "ap-northeast-1" => Zones(region, 'a', 'c', 'd'),
        "ca-central-1" => Zones(region, 'a', 'b', 'd'),
        _ => Zones(region, 'a', 'b', 'c'),
    };

    private static string[] Zones(string region, params char[] letters) => [.. letters.Select(letter => region + letter)];
}
