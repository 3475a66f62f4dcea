using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.Mutants.Faults.FaultEdits;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>What makes a cluster, its pods or its images worthless while everything is still declared.</summary>
internal static class ClusterFaults
{
    public static IReadOnlyList<Fault> Table { get; } =
    [
        new(EksTypes.Cluster, "open to every address", inputs => With(inputs, "vpcConfig/publicAccessCidrs", Texts("0.0.0.0/0"))),
        new(EksTypes.AccessPolicyAssociation, "namespace that no workload has", inputs => (inputs["accessScope"] as MapValue)?["namespaces"] is null ? inputs
            : With(inputs, "accessScope/namespaces", Texts("default"))),
        new(EcrTypes.ReplicationConfiguration, "images of nobody are replicated",
            inputs => Replaced(inputs, "repositoryFilters", text => text == "PREFIX_MATCH" ? text : "nobody/")),
        new("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "no room above the minimum",
            inputs => With(inputs, "spec/maxReplicas", (inputs["spec"] as MapValue)?["minReplicas"])),
        new("kubernetes:policy/v1:PodDisruptionBudget", "all pods may go at once", inputs => With(inputs, "spec/maxUnavailable", "100%")),
        new("kubernetes:core/v1:ResourceQuota", "room for one pod", inputs => Replaced(inputs, "hard", _ => "1")),
        new("kubernetes:karpenter.sh/v1:NodePool", "nodes in one zone", OneZone),
        new("kubernetes:eks.amazonaws.com/v1:TargetGroupBinding", "targets of another Region", inputs => Replaced(inputs, "targetGroupARN", OtherRegion)),
    ];

    private static ListValue Texts(params string[] texts) => ListValue.Of(texts.Select(PropertyValue.Of));

    private static PropertyValue? OneZone(MapValue inputs)
    {
        const string Zone = "topology.kubernetes.io/zone";
        var requirements = ((((inputs["spec"] as MapValue)?["template"] as MapValue)?["spec"] as MapValue)?["requirements"] as ListValue) ?? ListValue.Of([]);
        return With(inputs, "spec/template/spec/requirements", ListValue.Of(requirements.Select(item =>
            item is MapValue requirement && requirement["key"] is TextValue { Value: Zone } && requirement["values"] is ListValue { Count: > 1 } zones
                ? With(requirement, "values", ListValue.Of([zones[0]]))!
                : item)));
    }
}
