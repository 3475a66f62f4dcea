using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class ServiceRefusalTests
{
    private static readonly string Long = new('a', 1012);

    private readonly TestCloud _cloud = new();

    public static TheoryData<string, string, string> Accepted => new()
    {
        { "aws:kms/alias:Alias", "name", "alias/orders_1/x-y" },
        { "aws:s3/bucket:Bucket", "bucket", "abc" },
        { "aws:s3/bucket:Bucket", "bucket", Long[..63] },
        { "aws:s3/accessPoint:AccessPoint", "name", Long[..50] },
        { "aws:glue/catalogDatabase:CatalogDatabase", "name", "orders_1" },
        { "aws:rds/cluster:Cluster", "clusterIdentifier", Long[..63] },
        { "aws:rds/clusterParameterGroup:ClusterParameterGroup", "name", "orders.16" },
        { "aws:rds/subnetGroup:SubnetGroup", "name", "1 group_a" },
        { "aws:secretsmanager/secret:Secret", "name", "a/b_c+d=e.f@g-h" },
        { "aws:dynamodb/table:Table", "name", "a.B" },
        { "aws:ssm/parameter:Parameter", "name", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o" },
        { "aws:ssm/parameter:Parameter", "name", Long[..1011] },
        { "aws:iam/role:Role", "name", Long[..64] },
        { "aws:cloudwatch/logGroup:LogGroup", "name", "/aws/x#1" },
        { "aws:ec2/securityGroup:SecurityGroup", "description", "Clients (a) to [b], 5432/tcp; all=1" },
        { "aws:backup/vault:Vault", "name", "Orders_1-" + Long[..41] },
        { "aws:backup/plan:Plan", "name", "orders.1_a-b" },
        { "aws:backup/restoreTestingPlan:RestoreTestingPlan", "name", Long[..50] },
        { "aws:backup/reportPlan:ReportPlan", "name", Long[..256] },
        { "aws:arcregionswitch/plan:Plan", "name", Long[..32] },
        { "aws:lb/loadBalancer:LoadBalancer", "name", Long[..32] },
        { "aws:lb/targetGroup:TargetGroup", "name", "internal-1" },
        { "aws:autoscaling/group:Group", "name", "orders/(west)" },
        { "aws:ec2/launchTemplate:LaunchTemplate", "name", "orders(a)./-_" },
        { "aws:synthetics/canary:Canary", "name", Long[..255] },
        { "aws:cloudwatch/metricAlarm:MetricAlarm", "name", "orders: replica lag > 10 s" },
        { "aws:sns/topic:Topic", "name", Long[..256] },
        { "aws:route53/healthCheck:HealthCheck", "referenceName", Long[..27] },
        { "aws:iam/instanceProfile:InstanceProfile", "name", Long[..128] },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "aws:kms/alias:Alias", "name", "orders" },
        { "aws:kms/alias:Alias", "name", "alias/aws/orders" },
        { "aws:kms/alias:Alias", "name", "alias/" + Long[..251] },
        { "aws:s3/bucket:Bucket", "bucket", "ab" },
        { "aws:s3/bucket:Bucket", "bucket", Long[..64] },
        { "aws:s3/bucket:Bucket", "bucket", "Orders" },
        { "aws:s3/bucket:Bucket", "bucket", "orders_1" },
        { "aws:s3/bucket:Bucket", "bucket", "orders-" },
        { "aws:s3/bucket:Bucket", "bucket", "or..ders" },
        { "aws:s3/bucket:Bucket", "bucket", "10.0.0.1" },
        { "aws:s3/bucket:Bucket", "bucket", "xn--orders" },
        { "aws:s3/bucket:Bucket", "bucket", "orders-s3alias" },
        { "aws:s3/accessPoint:AccessPoint", "name", Long[..51] },
        { "aws:s3/accessPoint:AccessPoint", "name", "orders-s3alias" },
        { "aws:glue/catalogDatabase:CatalogDatabase", "name", "Orders" },
        { "aws:glue/catalogTable:CatalogTable", "name", "Orders" },
        { "aws:rds/cluster:Cluster", "clusterIdentifier", Long[..64] },
        { "aws:rds/cluster:Cluster", "clusterIdentifier", "1orders" },
        { "aws:rds/cluster:Cluster", "clusterIdentifier", "Orders" },
        { "aws:rds/globalCluster:GlobalCluster", "globalClusterIdentifier", "or--ders" },
        { "aws:rds/clusterInstance:ClusterInstance", "identifier", "orders-" },
        { "aws:rds/clusterParameterGroup:ClusterParameterGroup", "name", "1orders" },
        { "aws:rds/subnetGroup:SubnetGroup", "name", "default" },
        { "aws:secretsmanager/secret:Secret", "name", "orders password" },
        { "aws:dynamodb/table:Table", "name", "ab" },
        { "aws:dynamodb/table:Table", "name", "orders:1" },
        { "aws:ssm/parameter:Parameter", "name", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p" },
        { "aws:ssm/parameter:Parameter", "name", "/AWS/orders" },
        { "aws:ssm/parameter:Parameter", "name", "dr/orders" },
        { "aws:ssm/parameter:Parameter", "name", Long },
        { "aws:iam/role:Role", "name", Long[..65] },
        { "aws:iam/role:Role", "name", "orders/role" },
        { "aws:iam/rolePolicy:RolePolicy", "name", Long[..129] },
        { "aws:cloudwatch/logGroup:LogGroup", "name", "orders:log" },
        { "aws:ec2/securityGroup:SecurityGroup", "name", "sg-orders" },
        { "aws:ec2/securityGroup:SecurityGroup", "description", "the workload's database" },
        { "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "description", "a < b" },
        { "aws:backup/vault:Vault", "name", "a" },
        { "aws:backup/vault:Vault", "name", Long[..51] },
        { "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "name", "orders.gap" },
        { "aws:backup/plan:Plan", "name", Long[..51] },
        { "aws:backup/selection:Selection", "name", "all orders" },
        { "aws:backup/restoreTestingPlan:RestoreTestingPlan", "name", "orders-weekly" },
        { "aws:backup/restoreTestingSelection:RestoreTestingSelection", "name", Long[..51] },
        { "aws:backup/reportPlan:ReportPlan", "name", "1orders" },
        { "aws:backup/reportPlan:ReportPlan", "name", "orders-jobs" },
        { "aws:arcregionswitch/plan:Plan", "name", Long[..33] },
        { "aws:arcregionswitch/plan:Plan", "name", "orders-" },
        { "aws:arcregionswitch/plan:Plan", "name", "orders_1" },
        { "aws:lb/loadBalancer:LoadBalancer", "name", "internal-orders" },
        { "aws:lb/loadBalancer:LoadBalancer", "name", Long[..33] },
        { "aws:lb/targetGroup:TargetGroup", "name", "-orders" },
        { "aws:lb/targetGroup:TargetGroup", "name", "orders_1" },
        { "aws:autoscaling/group:Group", "name", "orders:west" },
        { "aws:autoscaling/group:Group", "name", "orders west" },
        { "aws:autoscaling/policy:Policy", "name", Long[..256] },
        { "aws:ec2/launchTemplate:LaunchTemplate", "name", "ab" },
        { "aws:synthetics/canary:Canary", "name", "Orders" },
        { "aws:synthetics/canary:Canary", "name", Long[..256] },
        { "aws:cloudwatch/metricAlarm:MetricAlarm", "name", Long[..256] },
        { "aws:cloudwatch/compositeAlarm:CompositeAlarm", "alarmName", "orders\ndown" },
        { "aws:cloudwatch/dashboard:Dashboard", "dashboardName", "orders west" },
        { "aws:sns/topic:Topic", "name", "orders.alerts" },
        { "aws:sns/topic:Topic", "name", "orders.fifo" },
        { "aws:sqs/queue:Queue", "name", "orders.fifo" },
        { "aws:route53/healthCheck:HealthCheck", "referenceName", Long[..28] },
        { "aws:iam/instanceProfile:InstanceProfile", "name", Long[..129] },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void NameWithinTheServicesRule_IsAccepted(string type, string property, string value)
    {
        Assert.Equal(value, _cloud.Create(type, "sample", (property, value)).Outputs[property]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void NameOutsideTheServicesRule_IsRefusedNamingIt(string type, string property, string value)
    {
        var message = _cloud.RefusalOf(type, "sample", (property, value));

        Assert.Contains($"{type} \"sample\": {property} is \"{value}\"", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Standard", 4096, true)]
    [InlineData("Standard", 4097, false)]
    [InlineData("Advanced", 8192, true)]
    [InlineData("Advanced", 8193, false)]
    public void Parameter_HoldsWhatItsTierHolds(string tier, int bytes, bool accepted)
    {
        var error = Record.Exception(() =>
            _cloud.Create("aws:ssm/parameter:Parameter", "p", ("name", "/p"), ("tier", tier), ("insecureValue", new string('x', bytes))));

        Assert.Equal(accepted, error is null);
    }

    [Theory]
    [InlineData("10.0.1.0/24", true)]
    [InlineData("10.1.0.0/24", false)]
    [InlineData("10.0.0.0/15", false)]
    [InlineData("10.0.0.0/29", false)]
    [InlineData("10.0.1.1/24", false)]
    [InlineData("ten", false)]
    public void Subnet_LiesInsideItsVpc(string range, bool accepted)
    {
        var vpc = _cloud.Create("aws:ec2/vpc:Vpc", "vpc", ("cidrBlock", "10.0.0.0/16"));

        var error = Record.Exception(() => _cloud.Create("aws:ec2/subnet:Subnet", "subnet", ("vpcId", vpc.Id!), ("cidrBlock", range)));

        Assert.Equal(accepted, error is null);
    }

    [Fact]
    public void ZoneOfAnotherRegion_IsRefused()
    {
        Assert.Contains("eu-west-1", _cloud.RefusalOf("aws:ec2/subnet:Subnet", "subnet", ("availabilityZone", "eu-central-1a")), StringComparison.Ordinal);
    }

    [Fact]
    public void SubResourceInAnotherRegionThanItsBucket_IsRefused()
    {
        _cloud.CreateIn("central", "aws:s3/bucket:Bucket", "documents", ("bucket", "documents"));

        var message = _cloud.RefusalOf("aws:s3/bucketVersioning:BucketVersioning", "versions", ("bucket", "documents"));

        Assert.Contains("that bucket is in eu-central-1", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", null, true)]
    [InlineData("id", "unused", false)]
    [InlineData("other", null, false)]
    public void TableAttributes_AreExactlyItsKeys(string attribute, string? second, bool accepted)
    {
        var attributes = new[] { attribute, second }.OfType<string>().Select(object (name) => Map(("name", name), ("type", "S")));

        var error = Record.Exception(() => _cloud.Create("aws:dynamodb/table:Table", "carts", ("hashKey", "id"), ("attributes", List([.. attributes]))));

        Assert.Equal(accepted, error is null);
    }

    [Fact]
    public void PasswordOfNoLength_IsRefused()
    {
        Assert.Contains("length", _cloud.RefusalOf("random:index/randomPassword:RandomPassword", "password"), StringComparison.Ordinal);
    }
}
