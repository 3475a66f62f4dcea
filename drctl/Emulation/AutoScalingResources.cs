using System.Collections.Immutable;
using System.Globalization;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ec2;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class AutoScalingResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Ec2Types.LaunchTemplate, CreateLaunchTemplate),
        new(Ec2Types.CapacityReservation, CreateCapacityReservation),
        new(AutoScalingTypes.Group, CreateGroup),
        // The id is the name alone, which is unique only within its group.
        new(AutoScalingTypes.Policy, CreatePolicy, IdentityScope.Nowhere),
    ];

    private static EmulatedResource CreateLaunchTemplate(EmulationRequest request)
    {
        var name = request.PhysicalName();
        // From the physical name, which EC2 holds unique per Region.
        var id = "lt-" + StableIds.Hex(17, request.AccountId, request.Region, request.Type, name);
        var metadata = Map(
            ("httpEndpoint", "enabled"),
            ("httpTokens", "optional"),
            ("httpPutResponseHopLimit", 1),
            ("httpProtocolIpv6", string.Empty),
            ("instanceMetadataTags", string.Empty));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("ec2", $"launch-template/{id}"))
            .Set("latestVersion", 1)
            .Set("metadataOptions", Over(metadata, request.Map("metadataOptions")))
            .Default("defaultVersion", 1)
            .EmptyLists(
                "blockDeviceMappings", "licenseSpecifications", "networkInterfaces", "secondaryInterfaces", "securityGroupNames", "tagSpecifications",
                "vpcSecurityGroupIds")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateCapacityReservation(EmulationRequest request)
    {
        var id = request.Ec2Id("cr");
        return EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("ec2", $"capacity-reservation/{id}"))
            .Set("ownerId", request.AccountId)
            .Default("endDateType", "unlimited")
            .Default("instanceMatchCriteria", "open")
            .Default("tenancy", "default")
            .Off("ebsOptimized", "ephemeralStorage")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateGroup(EmulationRequest request)
    {
        RequireCapacityInRange(request);
        var name = request.PhysicalName();
        var subnets = request.List("vpcZoneIdentifiers");
        var zones = subnets.OfType<string>()
            .Select(id => request.Find(Ec2Types.Subnet, id)?.Outputs.GetValueOrDefault("availabilityZone"))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToImmutableArray<object>();
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("autoscaling", $"autoScalingGroup:{request.Uuid()}:autoScalingGroupName/{name}"))
            .Set("predictedCapacity", 0)
            .Set("warmPoolSize", 0)
            .Set("launchTemplate", LaunchTemplateOf(request))
            // Subnets that were declared elsewhere keep their zones to themselves.
            .Default("availabilityZones", zones.Length > 0 || subnets.Count == 0 ? zones : null)
            .Default("availabilityZoneDistribution", Map(("capacityDistributionStrategy", "balanced-best-effort")))
            .Default("capacityReservationSpecification", Map(("capacityReservationPreference", "default")))
            .Default("desiredCapacity", request.Number("minSize"))
            .Default("serviceLinkedRoleArn", request.GlobalArn("iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"))
            .Default("defaultCooldown", 300)
            .Default("healthCheckGracePeriod", 300)
            .Default("healthCheckType", "EC2")
            .Default("metricsGranularity", "1Minute")
            .Default("waitForCapacityTimeout", "10m")
            .EmptyLists("loadBalancers", "targetGroupArns", "trafficSources", "vpcZoneIdentifiers")
            .EmptyLists("enabledMetrics", "initialLifecycleHooks", "suspendedProcesses", "tags", "terminationPolicies")
            .Off("forceDelete", "forceDeleteWarmPool", "protectFromScaleIn", "capacityRebalance", "ignoreFailedScalingActivities")
            .WithId(name);
    }

    private static EmulatedResource CreatePolicy(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        var group = request.Text("autoscalingGroupName");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", group is null ? null : request.Arn("autoscaling", $"scalingPolicy:{request.Uuid()}:autoScalingGroupName/{group}:policyName/{name}"))
            .Default("policyType", "SimpleScaling")
            .Default("metricAggregationType", request.Text("policyType") == "StepScaling" ? "Average" : string.Empty)
            .Default("enabled", true)
            .EmptyLists("stepAdjustments")
            .WithId(name);
    }

    /// <summary>The provider answers id, name and version of the template, of which the program gives id or name.</summary>
    private static ImmutableDictionary<string, object>? LaunchTemplateOf(EmulationRequest request)
    {
        if (request.Map("launchTemplate") is not { } given)
        {
            return null;
        }

        var known = request.Find(Ec2Types.LaunchTemplate, given.GetValueOrDefault("id") as string)?.Outputs.GetValueOrDefault("name");
        var defaults = Map(("version", "$Default"));
        return Over(known is null ? defaults : defaults.Add("name", known), given);
    }

    /// <summary>Amazon EC2 Auto Scaling API, CreateAutoScalingGroup: MinSize, DesiredCapacity and MaxSize in this order.</summary>
    private static void RequireCapacityInRange(EmulationRequest request)
    {
        var smallest = request.Number("minSize") ?? 0;
        var largest = request.Number("maxSize") ?? int.MaxValue;
        if (smallest > largest)
        {
            throw request.Refuse("minSize", smallest, $"it may not exceed maxSize, which is {largest.ToString(CultureInfo.InvariantCulture)}.");
        }

        if (request.Number("desiredCapacity") is { } desired && (desired < smallest || desired > largest))
        {
            throw request.Refuse("desiredCapacity", desired, $"it lies between minSize ({smallest}) and maxSize ({largest}).");
        }
    }
}
