using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi;

namespace DrInfra.Tests.Drctl.Emulation;

public class EmulatedTypesTests
{
    private static readonly Dictionary<string, Type> Classes = new[] { typeof(Pulumi.Aws.Provider), typeof(Pulumi.Random.Provider) }
        .SelectMany(provider => provider.Assembly.GetTypes())
        .Select(type => (Type: type, Token: type.GetCustomAttribute<ResourceTypeAttribute>()?.Type))
        .Where(found => found.Token is not null)
        .ToDictionary(found => found.Token!, found => found.Type);

    /// <summary>
    /// Non-optional outputs without an answer: the service chooses them, the sample has no neighbour that would tell, or they
    /// belong to features that the sample does not use.
    /// </summary>
    private static readonly Dictionary<string, string[]> LeftToTheService = new()
    {
        ["aws:dynamodb/table:Table"] = ["globalTableWitness", "warmThroughput"],
        ["aws:ec2/flowLog:FlowLog"] = ["logDestination"],
        ["aws:ec2/natGateway:NatGateway"] = ["associationId", "availabilityZoneAddresses", "privateIp", "publicIp", "vpcId"],
        ["aws:kms/replicaKey:ReplicaKey"] = ["keyRotationEnabled"],
        ["aws:rds/cluster:Cluster"] = ["applyImmediately", "autoMinorVersionUpgrade", "databaseName"],
        ["aws:rds/clusterInstance:ClusterInstance"] =
            ["applyImmediately", "dbParameterGroupName", "engineVersion", "engineVersionActual", "kmsKeyId", "port", "preferredBackupWindow", "storageEncrypted"],
        ["aws:rds/subnetGroup:SubnetGroup"] = ["vpcId"],
        ["aws:s3/bucket:Bucket"] = ["acl", "logging", "objectLockConfiguration", "replicationConfiguration", "website"],
        ["aws:ssm/parameter:Parameter"] = ["value"],
    };

    public static TheoryData<string> Tokens => [.. SampleInputs.ByType.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_NamesOnlyOutputsOfTheProvidersClass(string token)
    {
        var cloud = new TestCloud();

        var answer = cloud.Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Empty(answer.Outputs.Keys.Except(OutputsOf(token).Select(output => output.Name)));
        Assert.Empty(cloud.Cloud.NotEmulated);
        Assert.NotNull(answer.Id);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_LeavesUnknownOnlyWhatTheServiceAloneDecides(string token)
    {
        var answer = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        var missing = OutputsOf(token)
            .Where(output => !output.Optional && !answer.Outputs.ContainsKey(output.Name) && !output.Name.EndsWith("Prefix", StringComparison.Ordinal))
            .Select(output => output.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(LeftToTheService.GetValueOrDefault(token, []), missing);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_IsTheSameInEveryCloudOfTheAccount(string token)
    {
        var first = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);
        var second = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Described(first), Described(second));
    }

    [Theory]
    [InlineData("aws:kms/key:Key", "^mrk-[0-9a-f]{32}$")]
    [InlineData("aws:kms/alias:Alias", "^alias/orders$")]
    [InlineData("aws:ec2/vpc:Vpc", "^vpc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/subnet:Subnet", "^subnet-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/internetGateway:InternetGateway", "^igw-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/natGateway:NatGateway", "^nat-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/eip:Eip", "^eipalloc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/routeTable:RouteTable", "^rtb-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/route:Route", "^r-rtb-11080289494$")]
    [InlineData("aws:ec2/routeTableAssociation:RouteTableAssociation", "^rtbassoc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "^sg-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "^vpce-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/flowLog:FlowLog", "^fl-[0-9a-f]{17}$")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "^sgr-[0-9a-f]{17}$")]
    [InlineData("aws:iam/role:Role", "^orders-replication$")]
    [InlineData("aws:iam/rolePolicy:RolePolicy", "^orders-replication:replicate$")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", "^orders$")]
    [InlineData("aws:secretsmanager/secret:Secret", "^arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/password-[A-Za-z0-9]{6}$")]
    [InlineData("aws:secretsmanager/secretVersion:SecretVersion", @"^arn:aws:secretsmanager:x\|[0-9a-f-]{36}$")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "^orders-documents$")]
    [InlineData("aws:ssm/parameter:Parameter", "^/dr/main/orders$")]
    public void Id_HasTheShapeTheProviderGives(string token, string shape)
    {
        var answer = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Matches(new Regex(shape), answer.Id);
    }

    private static IEnumerable<(string Name, bool Optional)> OutputsOf(string token)
    {
        var nullability = new NullabilityInfoContext();
        return Classes[token]
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(found => found.Output is not null && found.Output.Name is not (null or "id" or "urn"))
            .Select(found => (found.Output!.Name!, nullability.Create(found.Property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }]));
    }

    private static SortedDictionary<string, string> Described(DrInfra.Drctl.Emulation.EmulatedResource resource) =>
        new(resource.Outputs.ToDictionary(output => output.Key, output => Described(output.Value)), StringComparer.Ordinal);

    private static string Described(object value) => value switch
    {
        string text => text,
        IReadOnlyDictionary<string, object> map => string.Join(';', map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={Described(member.Value)}")),
        System.Collections.IEnumerable list => string.Join(',', list.Cast<object>().Select(Described)),
        Output<string> => "(secret)",
        _ => value.ToString()!,
    };
}
