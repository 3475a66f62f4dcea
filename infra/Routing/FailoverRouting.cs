using DrInfra.Infra.Conventions;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Routing;

/// <summary>What <see cref="FailoverRouting"/> needs.</summary>
/// <param name="Region">The primary Region. Route 53 is in none.</param>
/// <param name="Workloads">All workloads; those with an endpoint get a pair.</param>
/// <param name="PlanArns">The Region-switch plans, by their part of the name: a plan that moves traffic is its workload's own.</param>
public sealed record FailoverRoutingArgs(
    RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, IReadOnlyDictionary<string, Output<string>> PlanArns);

/// <summary>
/// The names that clients use: per workload with an endpoint a pair of failover records that point at the regional names. Nobody
/// edits them during the event (gotcha 43): health moves the traffic. One stack owns both members (gotcha 41), and they are CNAMEs, so
/// that the regional names need not exist yet (gotcha 77).
/// </summary>
public sealed class FailoverRouting : ComponentResource
{
    private readonly RegionContext _region;
    private readonly PairIdentity _pair;

    /// <summary>Declares pairs and checks.</summary>
    public FailoverRouting(string name, FailoverRoutingArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:routing:FailoverRouting", name, options)
    {
        _region = args.Region;
        _pair = _region.Identity;
        string[] regions = [_pair.Regions.Primary, _pair.Regions.Standby];
        foreach (var workload in args.Workloads.Where(workload => workload.Endpoint is not null))
        {
            // Whether a Region answers is asked of every workload.
            var endpoints = EndpointCheckIds(workload, regions);

            // A single writer is promoted before traffic moves, so its pair hangs on what the plan says (gotcha 71). A tier that
            // restores from backups has no plan, and nothing that would answer in the standby Region before it is restored there.
            var checks = args.PlanArns.TryGetValue(workload.Name, out var planArn) && PlanShape.Of(workload).Routing
                ? PlanChecks(workload, planArn, regions)
                : endpoints;
            DeclareMember(workload, _pair.Regions.Primary, "PRIMARY", checks[0]);
            DeclareMember(workload, _pair.Regions.Standby, "SECONDARY", checks[1]);
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region whose provider declares records and checks.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private List<Output<string>> PlanChecks(WorkloadSettings workload, Output<string> planArn, string[] regions)
    {
        // The provider reads the first page of checks only; a plan has one record, so two checks (gotcha 82).
        var handedOut = Aws.ArcRegionSwitch.GetRoute53HealthChecks.Invoke(
            new Aws.ArcRegionSwitch.GetRoute53HealthChecksInvokeArgs { PlanArn = planArn },
            new InvokeOptions { Parent = this, Provider = _region.Provider });
        var planName = _region.Names.RegionSwitchPlan(workload.Name);
        return [.. regions.Select(region => handedOut.Apply(result => PlanHealthCheck.IdFor(
            result.HealthChecks.Select(check => new PlanHealthCheck(check.HealthCheckId, check.HostedZoneId, check.RecordName, check.Region)),
            planName,
            _pair.Dns!.ZoneId,
            _region.Names.Endpoint(workload),
            region)))];
    }

    private List<Output<string>> EndpointCheckIds(WorkloadSettings workload, string[] regions) =>
    [
        .. regions.Select(region => new Aws.Route53.HealthCheck($"{workload.Name}-endpoint-check-{region}", new Aws.Route53.HealthCheckArgs
        {
            Type = "HTTPS",
            ResourcePath = HealthPaths.Ready,
            EnableSni = true,
            Fqdn = _region.Names.RegionalEndpoint(workload, region),
            Port = workload.Serving!.Port,
            RequestInterval = EndpointChecks.IntervalSeconds(workload.Tier),
            FailureThreshold = EndpointChecks.FailureThreshold,
            MeasureLatency = false,
            Tags = _region.GlobalTags(Belonging.To(workload)),
        }, _region.Child(this)).Id),
    ];

    private void DeclareMember(WorkloadSettings workload, string region, string type, Output<string> healthCheckId) =>
        _ = new Aws.Route53.Record($"{workload.Name}-endpoint-{region}", new Aws.Route53.RecordArgs
        {
            ZoneId = _pair.Dns!.ZoneId,
            Name = _region.Names.Endpoint(workload),
            Type = "CNAME",
            Ttl = RecordTtl.For(workload.Tier),
            Records = { _region.Names.RegionalEndpoint(workload, region) },
            SetIdentifier = FailoverPlan.SetIdentifier(_pair.Regions, region),
            FailoverRoutingPolicies = { new Aws.Route53.Inputs.RecordFailoverRoutingPolicyArgs { Type = type } },
            HealthCheckId = healthCheckId,
            AllowOverwrite = false,
        }, _region.Child(this));
}
