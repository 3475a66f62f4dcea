using DrInfra.Infra.Conventions;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Routing;

/// <summary>What <see cref="FailoverRouting"/> needs.</summary>
/// <param name="Region">The primary Region. Route 53 is in none.</param>
/// <param name="Workloads">All workloads; those with an endpoint get a pair, and those with pipelines another one.</param>
/// <param name="PlanArns">
/// The Region-switch plans, by their part of the name: a plan that moves traffic or a beacon is its workload's own.
/// </param>
public sealed record FailoverRoutingArgs(
    RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, IReadOnlyDictionary<string, Output<string>> PlanArns);

/// <summary>
/// The names that clients use: per workload with an endpoint a pair of failover records that point at the regional names. Nobody
/// edits them during the event (gotcha 43): health moves the traffic. One stack owns both members (gotcha 41), and they are CNAMEs, so
/// that the regional names need not exist yet (gotcha 77). A workload with pipelines has a beacon besides: a pair of TXT records with the
/// names of the Regions. It moves by its plan alone, whatever endpoints answer.
/// </summary>
[Practices("F2", "F3", "H3")]
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
        foreach (var workload in args.Workloads)
        {
            var shape = PlanShape.Of(workload);
            var planArn = args.PlanArns.GetValueOrDefault(workload.Name);
            var handedOut = planArn is not null && shape.Moves ? HandedOut(planArn) : null;
            if (shape.Endpoint)
            {
                // Whether a Region answers is asked of every workload.
                var endpoints = EndpointCheckIds(workload, regions);

                // A single writer is promoted before traffic moves, so its pair hangs on what the plan says (gotcha 71). A tier that
                // restores from backups has no plan, and nothing that would answer in the standby Region before it is restored there.
                Declare(
                    new Pair(workload, "endpoint", _region.Names.Endpoint(workload), "CNAME", RecordTtl.For(workload.Tier)),
                    region => _region.Names.RegionalEndpoint(workload, region),
                    handedOut is not null && shape.Routing ? PlanChecks(workload, handedOut, _region.Names.Endpoint(workload), regions) : endpoints);
            }

            if (handedOut is not null && shape.Beacon)
            {
                var beacon = _region.Names.Beacon(workload);
                Declare(
                    new Pair(workload, "beacon", beacon, "TXT", (int)LeaseProtocol.BeaconTtl.TotalSeconds),
                    region => region,
                    PlanChecks(workload, handedOut, beacon, regions));
            }
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region whose provider declares records and checks.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    // The provider reads the first page of checks only. How many are on it no source says; who asks for a number may ask for 10 at least
    // (https://docs.aws.amazon.com/arc-region-switch/latest/api/API_ListRoute53HealthChecks.html). A plan of one workload has two records in two
    // Regions, so four checks (gotcha 82).
    private Output<Aws.ArcRegionSwitch.GetRoute53HealthChecksResult> HandedOut(Output<string> planArn) => Aws.ArcRegionSwitch.GetRoute53HealthChecks.Invoke(
        new Aws.ArcRegionSwitch.GetRoute53HealthChecksInvokeArgs { PlanArn = planArn },
        new InvokeOptions { Parent = this, Provider = _region.Provider });

    private List<Output<string>> PlanChecks(
        WorkloadSettings workload, Output<Aws.ArcRegionSwitch.GetRoute53HealthChecksResult> handedOut, string record, string[] regions)
    {
        var planName = _region.Names.RegionSwitchPlan(workload.Name);
        return [.. regions.Select(region => handedOut.Apply(result => PlanHealthCheck.IdFor(
            result.HealthChecks.Select(check => new PlanHealthCheck(check.HealthCheckId, check.HostedZoneId, check.RecordName, check.Region)),
            planName,
            _pair.Dns!.ZoneId,
            record,
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

    private void Declare(Pair pair, Func<string, string> valueOf, List<Output<string>> checks)
    {
        DeclareMember(pair, _pair.Regions.Primary, "PRIMARY", valueOf, checks[0]);
        DeclareMember(pair, _pair.Regions.Standby, "SECONDARY", valueOf, checks[1]);
    }

    private void DeclareMember(Pair pair, string region, string type, Func<string, string> valueOf, Output<string> healthCheckId) =>
        _ = new Aws.Route53.Record($"{pair.Workload.Name}-{pair.Part}-{region}", new Aws.Route53.RecordArgs
        {
            ZoneId = _pair.Dns!.ZoneId,
            Name = pair.Name,
            Type = pair.Type,
            Ttl = pair.Ttl,
            Records = { valueOf(region) },
            SetIdentifier = FailoverPlan.SetIdentifier(_pair.Regions, region),
            FailoverRoutingPolicies = { new Aws.Route53.Inputs.RecordFailoverRoutingPolicyArgs { Type = type } },
            HealthCheckId = healthCheckId,
            AllowOverwrite = false,
        }, _region.Child(this));

    // Two records of one name, one for each Region.
    private sealed record Pair(WorkloadSettings Workload, string Part, string Name, string Type, int Ttl);
}
