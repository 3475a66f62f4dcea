using System.Collections.Immutable;
using DrInfra.Policies.Aws.RegionSwitch;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>ARC Region switch: a plan belongs to the account, not to a Region; its control plane lives in one.</summary>
internal static class RegionSwitchResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } = [new(RegionSwitchTypes.Plan, CreatePlan, IdentityScope.Account)];

    private static EmulatedResource CreatePlan(EmulationRequest request)
    {
        RequireKnownRegions(request);
        var name = request.PhysicalName(prefixProperty: null);
        // Region switch API, Plan (arn): plan/{name}:{six lower-case letters and digits}, no Region.
        var arn = request.GlobalArn("arc-region-switch", $"plan/{name}:{StableIds.Lower(6, request.AccountId, request.Type, request.Name)}");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .EmptyLists("associatedAlarms", "reportConfigurations", "triggers", "workflows")
            .Tagged()
            .WithId(arn);
    }

    /// <summary>
    /// The health checks that a plan makes: one for each record set of its Route 53 health-check steps, wherever the step stands,
    /// and the same one for workflows that repeat it.
    /// </summary>
    /// <exception cref="InvalidOperationException">No plan with that ARN was declared before.</exception>
    public static ImmutableDictionary<string, object> HealthChecks(EmulationRequest call)
    {
        var arn = call.Text("planArn");
        var plan = call.Find(RegionSwitchTypes.Plan, arn) ?? throw new InvalidOperationException(
            $"The emulated cloud cannot answer {call.Type}: planArn is {(arn is null ? "not known" : $"\"{arn}\"")}, and no plan declared so far has it. "
            + "Pass the arn output of a plan that this stack declares.");
        var regions = EmulationRequest.AsList(plan.Outputs.GetValueOrDefault("regions")).OfType<string>().ToImmutableArray();
        var checks = EmulationRequest.AsMaps(plan.Outputs.GetValueOrDefault("workflows"))
            .SelectMany(HealthCheckSteps)
            .SelectMany(step => RecordSets(step, regions))
            .Distinct()
            .Select(object (record) => Map(
                ("healthCheckId", StableIds.Uuid(arn!, record.Zone, record.Name, record.Region)),
                ("hostedZoneId", record.Zone),
                ("recordName", record.Name),
                ("region", record.Region),
                // Nothing has been executed, so nothing has been set.
                ("status", "unknown")));
        return Map(
            ("planArn", arn!),
            ("region", call.Region),
            ("healthChecks", checks.ToImmutableArray()));
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> HealthCheckSteps(IReadOnlyDictionary<string, object> stepsOwner) =>
        EmulationRequest.AsMaps(stepsOwner.GetValueOrDefault("steps")).SelectMany(step =>
            EmulationRequest.AsMaps(step.GetValueOrDefault("route53HealthCheckConfigs"))
                .Concat(EmulationRequest.AsMaps(step.GetValueOrDefault("parallelConfigs")).SelectMany(HealthCheckSteps)));

    private static IEnumerable<(string Zone, string Name, string Region)> RecordSets(IReadOnlyDictionary<string, object> step, ImmutableArray<string> regions)
    {
        var zone = step.GetValueOrDefault("hostedZoneId") as string ?? string.Empty;
        var name = step.GetValueOrDefault("recordName") as string ?? string.Empty;
        var stated = EmulationRequest.AsMaps(step.GetValueOrDefault("recordSets"))
            .Select(set => set.GetValueOrDefault("region"))
            .OfType<string>()
            .ToImmutableArray();
        // Without record sets the service maps the records of that name to the plan's Regions by itself.
        return (stated.IsEmpty ? regions : stated).Select(region => (zone, name, region));
    }

    /// <summary>Region switch API, CreatePlan: what a plan switches between are its own Regions.</summary>
    private static void RequireKnownRegions(EmulationRequest request)
    {
        var regions = request.List("regions").OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (regions.Count == 0)
        {
            return;
        }

        var own = $"the plan's regions are [{string.Join(", ", regions.Order(StringComparer.Ordinal))}].";
        if (request.Text("primaryRegion") is { } primary && !regions.Contains(primary))
        {
            throw request.Refuse("primaryRegion", primary, own);
        }

        var elsewhere = request.Maps("workflows").Select(workflow => workflow.GetValueOrDefault("workflowTargetRegion"))
            .OfType<string>()
            .FirstOrDefault(target => !regions.Contains(target));
        if (elsewhere is not null)
        {
            throw request.Refuse("workflows.workflowTargetRegion", elsewhere, own);
        }
    }
}
