using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Network;

public sealed class SecurityGroupsAllowTraffic : StackRule
{
    private static readonly Dictionary<string, double> Databases = new(StringComparer.Ordinal)
    {
        [RdsTypes.Cluster] = 3306, [RdsTypes.Instance] = 3306, [DocDbTypes.Cluster] = 27017, [NeptuneTypes.Cluster] = 8182,
    };

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var rules = new SecurityRules(estate);
        var listeners = ListenersByTarget(estate);
        return estate.OfType(LoadBalancingTypes.Listener).SelectMany(listener => Clients(estate, rules, listener))
            .Concat(estate.OfType(AutoScalingTypes.Group).SelectMany(group => Servers(estate, rules, listeners, group)))
            .Concat(estate.OfTypes(Databases.Keys).SelectMany(database => Behind(rules, database, database["vpcSecurityGroupIds"], PortOf(database))))
            .Concat(estate.OfType(Ec2Types.VpcEndpoint).Where(endpoint => endpoint["vpcEndpointType"].Text == "Interface")
                .SelectMany(endpoint => Behind(rules, endpoint, endpoint["securityGroupIds"], PortOfEndpoint(endpoint))));
    }

    // Keyspaces speaks CQL, everything else HTTPS.
    private static double PortOfEndpoint(Node endpoint) => endpoint["serviceName"].Text?.EndsWith(".cassandra", StringComparison.Ordinal) == true ? 9142 : 443;

    private static double? PortOf(Node database) => database["port"].IsUnknown ? null : database["port"].Number
        ?? (database["engine"].Text?.Contains("postgres", StringComparison.Ordinal) == true ? 5432
            : database["engine"].Text?.Contains("oracle", StringComparison.Ordinal) == true ? 1521
            : database["engine"].Text?.Contains("sqlserver", StringComparison.Ordinal) == true ? 1433
            : Databases[database.Type]);

    private static IEnumerable<Finding> Behind(SecurityRules rules, Node node, Prop groups, double? port)
    {
        if (port is { } number && rules.GroupsOf(node, groups) is { Count: > 0 } found && !found.Any(group => rules.LetsIn(group, number)))
        {
            yield return Finding.Violation(node, $"none of its security groups allows inbound traffic on port {number}", groups.Path);
        }
    }

    private static IEnumerable<Finding> Clients(Estate estate, SecurityRules rules, Node listener)
    {
        if (listener["port"].Number is { } port
            && estate.References.Follow(listener, "loadBalancerArn", LoadBalancingTypes.LoadBalancer).Target is { } balancer
            && rules.GroupsOf(balancer, balancer["securityGroups"]) is { Count: > 0 } groups
            && !groups.Any(group => rules.LetsIn(group, port, listener["protocol"].Text is "UDP" or "QUIC" ? "udp" : "tcp")))
        {
            yield return Finding.Violation(listener, $"no security group of its load balancer allows inbound traffic on port {port}", "port");
        }
    }

    private static IEnumerable<Finding> Servers(Estate estate, SecurityRules rules, ILookup<Node, Node> listeners, Node group)
    {
        var servers = ServerGroups(estate, rules, group);
        foreach (var target in estate.References.FollowAll(group, group["targetGroupArns"], LoadBalancingTypes.TargetGroup)
            .Select(reference => reference.Target).OfType<Node>())
        {
            if (target["port"].Number is not { } port)
            {
                continue;
            }

            var balancers = listeners[target]
                .Select(listener => estate.References.Follow(listener, "loadBalancerArn", LoadBalancingTypes.LoadBalancer).Target)
                .OfType<Node>()
                .Distinct()
                .ToArray();
            var fronts = balancers.SelectMany(balancer => rules.GroupsOf(balancer, balancer["securityGroups"]) ?? []).ToArray();
            if (servers is { Count: > 0 } && !servers.Any(server => rules.LetsIn(server, port, fronts)))
            {
                yield return Finding.Violation(group, $"no security group of its servers allows port {port} from the load balancer");
            }

            if (fronts.Length > 0 && !fronts.Any(front => rules.LetsOut(front, port)))
            {
                yield return Finding.Violation(group, $"no security group of the load balancer allows port {port} to its servers");
            }
        }
    }

    private static ILookup<Node, Node> ListenersByTarget(Estate estate) => estate.OfType(LoadBalancingTypes.Listener)
        .SelectMany(listener => listener["defaultActions"].Items
            .Select(action => estate.References.Follow(listener, action["targetGroupArn"], LoadBalancingTypes.TargetGroup).Target)
            .OfType<Node>().Distinct().Select(target => (Target: target, Listener: listener)))
        .ToLookup(pair => pair.Target, pair => pair.Listener);

    private static IReadOnlyList<Node>? ServerGroups(Estate estate, SecurityRules rules, Node group)
    {
        if (estate.References.Follow(group, group["launchTemplate"]["id"], Ec2Types.LaunchTemplate).Target is not { } template)
        {
            return null;
        }

        var lists = template["networkInterfaces"].Items.Select(face => face["securityGroups"]).Append(template["vpcSecurityGroupIds"])
            .Where(list => !list.IsAbsent)
            .Select(list => rules.GroupsOf(template, list))
            .ToArray();
        return lists.Contains(null) ? null : [.. lists.SelectMany(list => list!)];
    }
}
