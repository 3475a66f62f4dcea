using System.Collections.Immutable;
using System.Text;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Eks;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>Amazon EKS: clusters, and who and what may use them. Ids as the provider joins them from its arguments.</summary>
internal static class EksResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(EksTypes.Cluster, CreateCluster),
        new(EksTypes.Addon, CreateAddon),
        new(EksTypes.AccessEntry, CreateAccessEntry),
        new(EksTypes.AccessPolicyAssociation, CreateAccessPolicyAssociation),
        new(EksTypes.PodIdentityAssociation, CreatePodIdentityAssociation),
    ];

    private static EmulatedResource CreateCluster(EmulationRequest request)
    {
        RequireAutoModeWhole(request);
        var name = request.PhysicalName(prefixProperty: null);
        var hash = StableIds.Hex(32, request.AccountId, request.Region, request.Type, name).ToUpperInvariant();
        var network = Map(("ipFamily", "ipv4"), ("elasticLoadBalancing", Map(("enabled", false))));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("eks", $"cluster/{name}"))
            .Set("endpoint", $"https://{hash}.gr7.{request.Region}.eks.{request.DnsSuffix}")
            .Set("certificateAuthority", Map(("data", Convert.ToBase64String(Encoding.UTF8.GetBytes($"certificate of {hash}")))))
            .Set("identities", ImmutableArray.Create<object>(Map(("oidcs", ImmutableArray.Create<object>(
                Map(("issuer", $"https://oidc.eks.{request.Region}.{request.DnsSuffix}/id/{hash}")))))))
            .Set("vpcConfig", VpcConfig(request))
            // An invented cloud has no clock.
            .Set("createdAt", "2000-01-01T00:00:00Z")
            .Set("platformVersion", "eks.1")
            .Set("status", "ACTIVE")
            // Only a cluster on an Outpost has one.
            .Set("clusterId", string.Empty)
            .Set("accessConfig", Over(Map(("authenticationMode", "CONFIG_MAP")), request.Map("accessConfig")))
            .Set("kubernetesNetworkConfig", Over(network, request.Map("kubernetesNetworkConfig")))
            .Default("computeConfig", Map(("enabled", false)))
            .Default("storageConfig", Map(("blockStorage", Map(("enabled", false)))))
            .Default("upgradePolicy", Map(("supportType", "EXTENDED")))
            .Default("bootstrapSelfManagedAddons", true)
            .Off("deletionProtection")
            .EmptyLists("defaultAddonsToRemoves", "enabledClusterLogTypes")
            .Tagged()
            .WithId(name);
    }

    private static ImmutableDictionary<string, object> VpcConfig(EmulationRequest request)
    {
        var given = Over(EmptyMap, request.Map("vpcConfig"));
        var vpc = EmulationRequest.AsList(given.GetValueOrDefault("subnetIds")).OfType<string>()
            .Select(id => request.Find(Ec2Types.Subnet, id)?.Outputs.GetValueOrDefault("vpcId"))
            .FirstOrDefault(found => found is not null);
        var defaults = Map(
            ("clusterSecurityGroupId", request.Ec2Id("sg", "cluster security group")),
            ("endpointPrivateAccess", false),
            ("endpointPublicAccess", true),
            ("publicAccessCidrs", ImmutableArray.Create<object>("0.0.0.0/0")),
            ("securityGroupIds", ImmutableArray<object>.Empty));
        return Over(vpc is null ? defaults : defaults.Add("vpcId", vpc), given);
    }

    private static EmulatedResource CreateAddon(EmulationRequest request)
    {
        var (cluster, addon) = (request.Text("clusterName"), request.Text("addonName"));
        return EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("eks", $"addon/{cluster}/{addon}/{request.Uuid()}"))
            .Set("createdAt", "2000-01-01T00:00:00Z")
            .Set("modifiedAt", "2000-01-01T00:00:00Z")
            .EmptyTexts("configurationValues")
            .EmptyLists("podIdentityAssociations")
            .Tagged()
            .WithId(Joined(":", cluster, addon));
    }

    private static EmulatedResource CreateAccessEntry(EmulationRequest request)
    {
        var (cluster, principal) = (request.Text("clusterName"), request.Text("principalArn"));
        var standard = request.Text("type") is null or "STANDARD";
        if (!standard && request.List("kubernetesGroups").Count > 0)
        {
            throw request.Refuse("kubernetesGroups", request.List("kubernetesGroups"), "only an entry of type STANDARD has groups.");
        }

        return EmulatedOutputs.InRegion(request)
            .Set("accessEntryArn", request.Arn("eks", $"access-entry/{cluster}/{principal?.Split(':')[^1].Split('/')[0]}/{request.AccountId}/"
                + $"{principal?.Split('/')[^1]}/{request.Uuid()}"))
            .Set("createdAt", "2000-01-01T00:00:00Z")
            .Set("modifiedAt", "2000-01-01T00:00:00Z")
            .Default("type", "STANDARD")
            // EKS user guide, "Create access entries": sessions of a role. What nodes are called depends on the type.
            .Default("userName", standard && principal is not null ? UserName(request, principal) : null)
            .Default("kubernetesGroups", standard ? ImmutableArray<object>.Empty : null)
            .Tagged()
            .WithId(Joined(":", cluster, principal));
    }

    private static string UserName(EmulationRequest request, string principal) => principal.Contains(":role/", StringComparison.Ordinal)
        ? $"arn:{request.Partition}:sts::{principal.Split(':')[4]}:assumed-role/{principal.Split('/')[^1]}/{{{{SessionName}}}}"
        : principal;

    private static EmulatedResource CreateAccessPolicyAssociation(EmulationRequest request)
    {
        if (request.Map("accessScope") is { } scope && (scope.GetValueOrDefault("type") as string == "namespace")
            != EmulationRequest.AsList(scope.GetValueOrDefault("namespaces")).Count > 0)
        {
            throw request.Refuse(
                "accessScope.namespaces", scope.GetValueOrDefault("namespaces"), "a scope of type namespace names some, and one of type cluster none.");
        }

        return EmulatedOutputs.InRegion(request)
            .Set("associatedAt", "2000-01-01T00:00:00Z")
            .Set("modifiedAt", "2000-01-01T00:00:00Z")
            .WithId(Joined("#", request.Text("clusterName"), request.Text("principalArn"), request.Text("policyArn")));
    }

    private static EmulatedResource CreatePodIdentityAssociation(EmulationRequest request)
    {
        // One association for each service account, so that a second one has the same id.
        var id = "a-" + StableIds.Lower(
            17, request.AccountId, request.Region, request.Text("clusterName") ?? request.Name,
            request.Text("namespace") ?? "", request.Text("serviceAccount") ?? "");
        return EmulatedOutputs.InRegion(request)
            .Set("associationId", id)
            .Set("associationArn", request.Arn("eks", $"podidentityassociation/{request.Text("clusterName")}/{id}"))
            // Only a role of another account needs one.
            .Default("externalId", request.Text("targetRoleArn") is null ? string.Empty : null)
            .Off("disableSessionTags")
            .Tagged()
            .WithId(id);
    }

    /// <summary>The provider's check of aws_eks_cluster, after the API's: Auto Mode is all of the three or none.</summary>
    private static void RequireAutoModeWhole(EmulationRequest request)
    {
        var compute = IsOn(request.Map("computeConfig"));
        var storage = IsOn(EmulationRequest.AsMap(request.Map("storageConfig")?.GetValueOrDefault("blockStorage")));
        var balancing = IsOn(EmulationRequest.AsMap(request.Map("kubernetesNetworkConfig")?.GetValueOrDefault("elasticLoadBalancing")));
        if (compute != storage || compute != balancing)
        {
            throw request.Refuse("computeConfig.enabled", compute, "it has to be the same as storageConfig.blockStorage.enabled and "
                + "kubernetesNetworkConfig.elasticLoadBalancing.enabled: all three make EKS Auto Mode.");
        }

        if (compute && request.Inputs.GetValueOrDefault("bootstrapSelfManagedAddons") is not false)
        {
            throw request.Refuse("bootstrapSelfManagedAddons", request.Inputs.GetValueOrDefault("bootstrapSelfManagedAddons"), "EKS Auto Mode needs false.");
        }
    }

    private static bool IsOn(IReadOnlyDictionary<string, object>? block) => block?.GetValueOrDefault("enabled") is true;

    private static string? Joined(string separator, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            if (part is null)
            {
                return null;
            }
        }

        return string.Join(separator, parts);
    }
}
