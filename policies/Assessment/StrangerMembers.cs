using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.CloudFront;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// Which workload serves by what, in stacks that say nothing of workloads: names, load balancers, servers, signals, plans. They belong to the
/// workload that they are connected with; else to that of their component, or of the first word of their name that means something; else to
/// the only one that there is.
/// </summary>
internal sealed class StrangerMembers
{
    private static readonly HashSet<string> Types = new(
        [
            .. LoadBalancers.Types, .. Pods.Serving, Route53Types.Record, Route53Types.HealthCheck, AutoScalingTypes.Group, EcsTypes.Service,
                CloudFrontTypes.Distribution,
                GlobalAcceleratorTypes.Accelerator, CloudWatchTypes.MetricAlarm, CloudWatchTypes.CompositeAlarm, SyntheticsTypes.Canary, RegionSwitchTypes.Plan,
            ],
        StringComparer.Ordinal);

    // What many workloads use side by side connects none of them.
    private static readonly string[] Shared =
    [
        "aws:ec2/vpc:", "aws:ec2/subnet:", "aws:ec2/securityGroup", "aws:vpc/", "aws:ec2/internetGateway:", "aws:ec2/routeTable", "aws:iam/", "aws:kms/",
        "aws:acm/", "aws:route53/zone:",
        "aws:ecs/cluster:", "aws:eks/", "aws:sns/", "aws:cloudwatch/logGroup:", "aws:s3/", "kubernetes:core/v1:Namespace", "pulumi:",
    ];

    private readonly Dictionary<Node, string> _workloads = [];

    /// <param name="said">The workload that a tag or recovery.yaml gives a resource to; null where nobody says.</param>
    public StrangerMembers(Estate estate, Func<Node, string?> said)
    {
        Node[] strangers = [.. estate.All.Where(node => node.Stack.IsForeign && node.Resource.Custom)];
        var known = strangers.Select(node => (Node: node, Workload: said(node))).Where(pair => pair.Workload is not null)
            .ToDictionary(pair => pair.Node, pair => pair.Workload!);
        Node[] open = [.. strangers.Where(node => Types.Contains(node.Type) && !known.ContainsKey(node))];
        if (open.Length == 0 || known.Count == 0)
        {
            LeftOut = open;
            return;
        }

        var connected = Connected(strangers, known);
        var components = Ways(known, node => Component(node)?.Urn);
        var names = Ways(known, node => WorkloadGroups.Stem(node.Name));
        foreach (var name in known.Values.Distinct(StringComparer.Ordinal))
        {
            names[name] = [name];
        }

        string[] all = [.. known.Values.Distinct(StringComparer.Ordinal)];
        foreach (var node in open)
        {
            var workload = Only(connected(node)) ?? Only(components.GetValueOrDefault(Component(node)?.Urn ?? ""))
                ?? Only(names.GetValueOrDefault(WorkloadGroups.Stem(node.Name) ?? "")) ?? Only(all);
            if (workload is not null)
            {
                _workloads.Add(node, workload);
            }
        }

        LeftOut = [.. open.Where(node => !_workloads.ContainsKey(node))];
    }

    /// <summary>What serves, or tells, and belongs to no workload.</summary>
    public IReadOnlyList<Node> LeftOut { get; }

    public string? Of(Node node) => _workloads.GetValueOrDefault(node);

    private static string? Only(IReadOnlyCollection<string>? workloads) => workloads is { Count: 1 } ? workloads.First() : null;

    private static Node? Component(Node node) => node.Ancestors.LastOrDefault(ancestor => !ancestor.Resource.Custom && ancestor.Type != ResourceUrn.StackType);

    private static Dictionary<string, HashSet<string>> Ways(Dictionary<Node, string> known, Func<Node, string?> by) => known
        .Select(pair => (Key: by(pair.Key), pair.Value)).Where(pair => pair.Key is not null)
        .GroupBy(pair => pair.Key!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    // The workloads of what a resource hangs together with by dependencies, in either direction.
    private static Func<Node, IReadOnlyCollection<string>> Connected(Node[] strangers, Dictionary<Node, string> known)
    {
        var parents = strangers.Where(node => !IsShared(node)).ToDictionary(node => node, node => node);
        foreach (var node in parents.Keys.ToArray())
        {
            foreach (var other in node.Resource.Dependencies.Select(urn => node.Stack.Find(urn)).OfType<Node>().Where(parents.ContainsKey))
            {
                parents[Root(other)] = Root(node);
            }
        }

        var workloads = known.Where(pair => parents.ContainsKey(pair.Key)).ToLookup(pair => Root(pair.Key), pair => pair.Value);
        return node => parents.ContainsKey(node) ? [.. workloads[Root(node)].Distinct(StringComparer.Ordinal)] : [];

        Node Root(Node node)
        {
            while (parents[node] != node)
            {
                node = parents[node] = parents[parents[node]];
            }

            return node;
        }
    }

    private static bool IsShared(Node node) => Array.Exists(Shared, prefix => node.Type.StartsWith(prefix, StringComparison.Ordinal));
}
