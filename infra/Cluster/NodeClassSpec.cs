using Pulumi;

namespace DrInfra.Infra.Cluster;

/// <summary>What the nodes of a cluster are like (https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html).</summary>
internal static class NodeClassSpec
{
    public static InputMap<object> Of(
        string role,
        IReadOnlyList<Output<string>> subnetIds,
        Output<string> securityGroupId,
        Output<string> volumeKeyArn,
        IReadOnlyList<Output<string>> reservationIds,
        IReadOnlyDictionary<string, string> tags)
    {
        var spec = new InputMap<object>
        {
            ["role"] = role,
            ["subnetSelectorTerms"] = Terms(subnetIds),
            ["securityGroupSelectorTerms"] = Terms([securityGroupId]),

            // What a namespace denies is denied there; components of the cluster keep talking.
            ["networkPolicy"] = "DefaultAllow",
            ["networkPolicyEventLogs"] = "Enabled",
            ["ephemeralStorage"] = volumeKeyArn.Apply(key => (object)new Dictionary<string, object> { ["size"] = "80Gi", ["kmsKeyID"] = key }),
            ["tags"] = tags.ToDictionary(),
        };
        if (reservationIds.Count > 0)
        {
            // Once it is here, nodes take no other reservation, not even an open one.
            spec.Add("capacityReservationSelectorTerms", Terms(reservationIds));
        }

        return spec;
    }

    private static Output<object> Terms(IReadOnlyList<Output<string>> ids) => Output.All(ids).Apply(
        values => (object)values.Select(id => new Dictionary<string, object> { ["id"] = id }).ToList());
}
