using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class ServingResourcesTests
{
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Record53 = "aws:route53/record:Record";
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private const string Topic = "aws:sns/topic:Topic";

    private readonly TestCloud _cloud = new();

    [Theory]
    [InlineData("network", true, "net", @"^orders-[0-9a-f]{16}\.elb\.eu-west-1\.amazonaws\.com$", "Z2IFOLAFXWLO4F")]
    [InlineData("application", false, "app", @"^orders-\d{10}\.eu-west-1\.elb\.amazonaws\.com$", "Z32O12XQLNTSW2")]
    [InlineData("application", true, "app", @"^internal-orders-\d{10}\.eu-west-1\.elb\.amazonaws\.com$", "Z32O12XQLNTSW2")]
    public void LoadBalancer_IsNamedAndZonedByItsKind(string type, bool isInternal, string part, string name, string zone)
    {
        var balancer = _cloud.Create(LoadBalancer, "orders", ("name", "orders"), ("loadBalancerType", type), ("internal", isInternal));

        Assert.Matches(name, (string)balancer.Outputs["dnsName"]);
        Assert.Equal(zone, balancer.Outputs["zoneId"]);
        Assert.Equal($"arn:aws:elasticloadbalancing:{West}:{AccountId}:loadbalancer/{balancer.Outputs["arnSuffix"]}", balancer.Id);
        Assert.StartsWith($"{part}/orders/", (string)balancer.Outputs["arnSuffix"], StringComparison.Ordinal);
    }

    [Fact]
    public void RegionWithoutAKnownZone_HasAnInventedOneOfItsOwn()
    {
        _cloud.AddProvider("first", ("region", "xx-first-1"));
        _cloud.AddProvider("second", ("region", "xx-second-1"));

        var zones = new[] { "first", "second" }
            .Select(provider => (string)_cloud.CreateIn(provider, LoadBalancer, provider, ("name", "orders")).Outputs["zoneId"]).ToArray();

        Assert.All(zones, zone => Assert.Matches("^Z[A-Z2-7]{13}$", zone));
        Assert.NotEqual(zones[0], zones[1]);
    }

    [Fact]
    public void LoadBalancer_KnowsTheNetworkOfItsSubnets()
    {
        var subnet = _cloud.Create("aws:ec2/subnet:Subnet", "subnet", ("vpcId", "vpc-7"), ("cidrBlock", "10.0.0.0/24"));

        var bySubnets = _cloud.Create(LoadBalancer, "one", ("name", "one"), ("subnets", List(subnet.Id!)));
        var byMappings = _cloud.Create(
            LoadBalancer, "two", ("name", "two"), ("subnetMappings", List(Map(("subnetId", subnet.Id!), ("allocationId", "eipalloc-1")))));

        Assert.Equal("vpc-7", bySubnets.Outputs["vpcId"]);
        Assert.Equal("vpc-7", byMappings.Outputs["vpcId"]);
        Assert.Equal([subnet.Id!], (IEnumerable<object>)byMappings.Outputs["subnets"]);
    }

    [Theory]
    [InlineData(LoadBalancer)]
    [InlineData("aws:lb/targetGroup:TargetGroup")]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate")]
    public void NameTwiceInARegion_IsRefused(string type)
    {
        _cloud.CreateIn("west", type, "a", ("name", "orders"));
        _cloud.CreateIn("central", type, "b", ("name", "orders"));

        Assert.Contains("\"a\" and \"c\" would be the same thing", _cloud.RefusalOf(type, "c", ("name", "orders")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TCP", "instance", "true")]
    [InlineData("TCP", "ip", "false")]
    [InlineData("UDP", "ip", "true")]
    [InlineData("HTTP", "instance", "")]
    public void TargetGroup_KeepsTheClientsAddressWhereItsProtocolDoes(string protocol, string targets, string kept)
    {
        var group = _cloud.Create("aws:lb/targetGroup:TargetGroup", "group", ("name", "group"), ("protocol", protocol), ("targetType", targets));

        Assert.Equal(kept, group.Outputs["preserveClientIp"]);
    }

    [Fact]
    public void HealthCheckOfATargetGroup_KeepsWhatTheProgramStates()
    {
        var group = _cloud.Create(
            "aws:lb/targetGroup:TargetGroup", "group", ("name", "group"), ("protocol", "TCP"), ("healthCheck", Map(("protocol", "HTTP"), ("path", "/ready"))));

        var check = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(group.Outputs["healthCheck"]);
        Assert.Equal("/ready", check["path"]);
        Assert.Equal("200-399", check["matcher"]);
        Assert.Equal("traffic-port", check["port"]);
    }

    [Theory]
    [InlineData("TLS")]
    [InlineData("HTTPS")]
    public void EncryptedListenerWithoutCertificate_IsRefused(string protocol)
    {
        const string Listener = "aws:lb/listener:Listener";
        (string, object)[] inputs = [("loadBalancerArn", "arn:aws:elasticloadbalancing:x:1:loadbalancer/net/orders/1"), ("protocol", protocol)];

        Assert.Contains("certificateArn", _cloud.RefusalOf(Listener, "listener", inputs), StringComparison.Ordinal);
        Assert.Equal("ELBSecurityPolicy-2016-08", _cloud.Create(Listener, "listener", [.. inputs, ("certificateArn", "arn:c")]).Outputs["sslPolicy"]);
    }

    [Theory]
    [InlineData(0.0, 0.0, 6.0, true)]
    [InlineData(2.0, 6.0, 6.0, true)]
    [InlineData(2.0, 1.0, 6.0, false)]
    [InlineData(2.0, 7.0, 6.0, false)]
    [InlineData(7.0, 7.0, 6.0, false)]
    public void Group_WantsACapacityBetweenItsBounds(double smallest, double desired, double largest, bool accepted)
    {
        var error = Record.Exception(() =>
            _cloud.Create(Group, "orders", ("name", "orders"), ("minSize", smallest), ("desiredCapacity", desired), ("maxSize", largest)));

        Assert.Equal(accepted, error is null);
    }

    [Fact]
    public void Group_KnowsItsNeighbours()
    {
        var subnet = _cloud.Create("aws:ec2/subnet:Subnet", "subnet", ("vpcId", "vpc-7"), ("cidrBlock", "10.0.0.0/24"), ("availabilityZone", $"{West}c"));
        var template = _cloud.Create("aws:ec2/launchTemplate:LaunchTemplate", "template", ("name", "orders"));

        var group = _cloud.Create(
            Group, "orders", ("name", "orders"), ("minSize", 2.0), ("maxSize", 6.0), ("vpcZoneIdentifiers", List(subnet.Id!)),
            ("launchTemplate", Map(("id", template.Id!))));

        Assert.Equal([$"{West}c"], (IEnumerable<object>)group.Outputs["availabilityZones"]);
        Assert.Equal(2, group.Outputs["desiredCapacity"]);
        var used = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(group.Outputs["launchTemplate"]);
        Assert.Equal("orders", used["name"]);
        Assert.Equal("$Default", used["version"]);
    }

    [Fact]
    public void PoliciesOfTwoGroups_MayShareAName()
    {
        const string Policy = "aws:autoscaling/policy:Policy";
        var first = _cloud.Create(Policy, "first", ("name", "load"), ("autoscalingGroupName", "orders"));
        var second = _cloud.Create(Policy, "second", ("name", "load"), ("autoscalingGroupName", "carts"));

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Outputs["arn"], second.Outputs["arn"]);
    }

    [Fact]
    public void RecordPair_IsToldApartByItsSetIdentifiers()
    {
        var primary = Declare("primary", "primary");
        var secondary = Declare("secondary", "secondary");

        Assert.Equal("Z1_orders.example.com_A_primary", primary.Id);
        Assert.Equal("Z1_orders.example.com_A_secondary", secondary.Id);
        Assert.Equal("orders.example.com", primary.Outputs["fqdn"]);
        Assert.Contains(
            "would be the same thing", Assert.Throws<InvalidOperationException>(() => Declare("again", "primary")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlainRecord_HasTheShortIdOfItsName()
    {
        var record = _cloud.CreateIn(
            "central", Record53, "plain", ("zoneId", "Z1"), ("name", "WWW.example.com."), ("type", "TXT"), ("records", List("x")), ("ttl", 60.0));

        Assert.Equal("Z1_www.example.com_TXT", record.Id);
        Assert.Equal("www.example.com", record.Outputs["fqdn"]);
    }

    [Fact]
    public void NameWithinItsZone_LeavesTheFullNameToTheService()
    {
        var record = _cloud.Create(Record53, "www", ("zoneId", "Z1"), ("name", "www"), ("type", "A"), ("records", List("192.0.2.1")), ("ttl", 60.0));

        Assert.DoesNotContain("fqdn", record.Outputs.Keys);
    }

    [Fact]
    public void RecordWithARoutingPolicyAndNoSetIdentifier_IsRefused()
    {
        var message = _cloud.RefusalOf(Record53, "orders", ("name", "orders.example.com"), ("weightedRoutingPolicies", List(Map(("weight", 1.0)))));

        Assert.Contains("setIdentifier is not given, and records that share a name by weightedRoutingPolicies", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetIdentifierOfASimpleRecord_IsRefused()
    {
        Assert.Contains("only records with a routing policy", _cloud.RefusalOf(Record53, "orders", ("setIdentifier", "primary")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("records")]
    [InlineData("ttl")]
    public void AliasWithRecordsOrATimeToLive_IsRefused(string property)
    {
        object value = property == "ttl" ? 60.0 : List("192.0.2.1");

        Assert.Contains(
            $"{property} is ", _cloud.RefusalOf(Record53, "orders", ("aliases", List(Map(("name", "x")))), (property, value)), StringComparison.Ordinal);
    }

    [Fact]
    public void HealthCheckOnAnAlarm_ProbesNothing()
    {
        var alarm = _cloud.Create("aws:route53/healthCheck:HealthCheck", "alarm", ("type", "CLOUDWATCH_METRIC"));
        var probe = _cloud.Create("aws:route53/healthCheck:HealthCheck", "probe", ("type", "HTTPS"));

        Assert.Equal(0, alarm.Outputs["failureThreshold"]);
        Assert.DoesNotContain("requestInterval", alarm.Outputs.Keys);
        Assert.Equal(3, probe.Outputs["failureThreshold"]);
        Assert.Equal(true, probe.Outputs["enableSni"]);
        Assert.NotEqual(alarm.Id, probe.Id);
    }

    [Fact]
    public void AlarmsOfBothKinds_ShareTheNamesOfARegion()
    {
        _cloud.Create(MetricAlarm, "metric", ("name", "orders down"));
        _cloud.Create(CompositeAlarm, "composite", ("alarmName", "carts down"));

        Assert.Contains(MetricAlarm, _cloud.RefusalOf(CompositeAlarm, "second", ("alarmName", "orders down")), StringComparison.Ordinal);
        Assert.Contains(CompositeAlarm, _cloud.RefusalOf(MetricAlarm, "third", ("name", "carts down")), StringComparison.Ordinal);
        Assert.Equal("orders down", _cloud.CreateIn("central", CompositeAlarm, "elsewhere", ("alarmName", "orders down")).Id);
    }

    [Fact]
    public void FifoTopic_EndsItsName()
    {
        Assert.EndsWith(".fifo", (string)_cloud.Create(Topic, "ordered", ("fifoTopic", true)).Outputs["name"], StringComparison.Ordinal);
        Assert.Contains("fifoTopic is on", _cloud.RefusalOf(Topic, "plain", ("fifoTopic", true), ("name", "alerts")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", true)]
    [InlineData("https", true)]
    [InlineData("sqs", false)]
    public void Subscription_WaitsForItsOwnerWhereItMust(string protocol, bool pending)
    {
        var topic = _cloud.Create(Topic, "alerts", ("name", "alerts"));

        var subscription = _cloud.Create("aws:sns/topicSubscription:TopicSubscription", "one", ("topic", topic.Id!), ("protocol", protocol), ("endpoint", "x"));

        Assert.Equal(pending, subscription.Outputs["pendingConfirmation"]);
        Assert.StartsWith($"{topic.Id}:", subscription.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "RUNNING")]
    [InlineData(false, "READY")]
    public void Canary_RunsWhenStarted(bool started, string status)
    {
        var subnet = _cloud.Create("aws:ec2/subnet:Subnet", "subnet", ("vpcId", "vpc-7"), ("cidrBlock", "10.0.0.0/24"));

        var canary = _cloud.Create(
            "aws:synthetics/canary:Canary",
            "orders",
            ("name", "orders"),
            ("startCanary", started),
            ("artifactS3Location", "s3://canaries/orders"),
            ("vpcConfig", Map(("subnetIds", List(subnet.Id!)))));

        Assert.Equal(status, canary.Outputs["status"]);
        Assert.Equal("canaries/orders", canary.Outputs["artifactS3Location"]);
        Assert.Equal("vpc-7", ((IReadOnlyDictionary<string, object>)canary.Outputs["vpcConfig"])["vpcId"]);
    }

    private DrInfra.Drctl.Emulation.EmulatedResource Declare(string name, string identifier) => _cloud.Create(
        Record53,
        name,
        ("zoneId", "Z1"),
        ("name", "Orders.example.com"),
        ("type", "A"),
        ("setIdentifier", identifier),
        ("failoverRoutingPolicies", List(Map(("type", identifier.ToUpperInvariant())))),
        ("aliases", List(Map(("name", "x"), ("zoneId", "Z2")))));
}
