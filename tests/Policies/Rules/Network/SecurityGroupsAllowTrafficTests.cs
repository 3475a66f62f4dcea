using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class SecurityGroupsAllowTrafficTests
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string In = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Out = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private static readonly SecurityGroupsAllowTraffic Rule = new();

    [Fact]
    public void AllOpenAsNeeded_IsCompliant() => Assert.Empty(Application().Violations(Rule));

    [Theory]
    [InlineData("clients", "listener: no security group of its load balancer allows inbound traffic on port 443")]
    [InlineData("targets", "servers: no security group of the load balancer allows port 8443 to its servers")]
    [InlineData("from-balancer", "servers: no security group of its servers allows port 8443 from the load balancer")]
    [InlineData("database-in", "database: none of its security groups allows inbound traffic on port 5432")]
    public void OneRuleMissing_IsAViolation(string rule, string message) => Assert.Equal([message], Application(rule).Violations(Rule));

    [Fact]
    public void RuleInsideTheGroup_Counts() => Assert.Empty(new TestGraph()
        .Add(Group, "sg", """{ "ingress": [{ "protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["10.0.0.0/8"] }] }""", id: "sg")
        .Add("aws:rds/instance:Instance", "database", """{ "engine": "mysql", "vpcSecurityGroupIds": ["sg"] }""").Violations(Rule));

    [Fact]
    public void GroupFromOutside_IsNotJudged() => Assert.Empty(new TestGraph()
        .Add("aws:rds/cluster:Cluster", "database", """{ "vpcSecurityGroupIds": ["sg-existing"] }""").Violations(Rule));

    private static TestGraph Application(string? without = null)
    {
        var graph = new TestGraph().Add(Group, "front", id: "sg-front").Add(Group, "server", id: "sg-server").Add(Group, "data", id: "sg-data")
            .Add("aws:lb/loadBalancer:LoadBalancer", "app", """{ "securityGroups": ["sg-front"] }""", id: "lb")
            .Add("aws:lb/targetGroup:TargetGroup", "target", """{ "port": 8443 }""", id: "tg")
            .Add(
                "aws:lb/listener:Listener", "listener",
                """{ "port": 443, "loadBalancerArn": "lb", "defaultActions": [{ "type": "forward", "targetGroupArn": "tg" }] }""")
            .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "vpcSecurityGroupIds": ["sg-server"] }""", id: "lt")
            .Add("aws:autoscaling/group:Group", "servers", """{ "targetGroupArns": ["tg"], "launchTemplate": { "id": "lt" } }""")
            .Add("aws:rds/cluster:Cluster", "database", """{ "engine": "aurora-postgresql", "vpcSecurityGroupIds": ["sg-data"] }""");
        foreach (var (type, name, inputs) in new[]
        {
            (In, "clients", """{ "securityGroupId": "sg-front", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "cidrIpv4": "0.0.0.0/0" }"""),
            (Out, "targets", """{ "securityGroupId": "sg-front", "ipProtocol": "tcp", "fromPort": 8443, "toPort": 8443, "cidrIpv4": "10.0.0.0/8" }"""),
            (In, "from-balancer",
                """{ "securityGroupId": "sg-server", "ipProtocol": "tcp", "fromPort": 8000, "toPort": 9000, "referencedSecurityGroupId": "sg-front" }"""),
            (In, "database-in", """{ "securityGroupId": "sg-data", "ipProtocol": "-1", "referencedSecurityGroupId": "sg-server" }"""),
        })
        {
            _ = name == without ? graph : graph.Add(type, name, inputs);
        }

        return graph;
    }
}
