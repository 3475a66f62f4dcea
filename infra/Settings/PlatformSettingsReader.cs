using System.Text;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Recovery;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Turns a stack's configuration into settings, or says everything that is wrong with it.</summary>
public static class PlatformSettingsReader
{
    private static readonly string[] Structured =
        ["regions", "dns", "network", "tiers", "workloads", "acknowledged", "alertEmails", "operators", "versions", "cluster"];

    private static readonly string[] FlagsAndNumbers = ["ownsAccountDefaults", "planQuota"];

    private static readonly Dictionary<string, StackRole> Roles = new()
    {
        ["primary"] = StackRole.Primary,
        ["standby"] = StackRole.Standby,
    };

    private static readonly Dictionary<string, Sizing> Sizings = new() { ["small"] = Sizing.Small, ["full"] = Sizing.Full };

    private static readonly Dictionary<string, Activation> Activations = new()
    {
        ["standby"] = Activation.Standby,
        ["active"] = Activation.Active,
    };

    private static readonly Dictionary<string, AutomaticFailover> AutomaticFailovers = new()
    {
        [RecoveryManifest.Observe] = AutomaticFailover.Observe,
        [RecoveryManifest.Armed] = AutomaticFailover.Armed,
    };

    private static readonly Dictionary<string, FailoverState> Failovers = new()
    {
        [RecoveryManifest.NoFailover] = FailoverState.None,
        [RecoveryManifest.FailoverInProgress] = FailoverState.InProgress,
    };

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ProblemsException">Anything is missing, unknown, out of range or contradictory.</exception>
    public static PlatformSettings Read(StackConfiguration configuration)
    {
        var reading = new StackReading(configuration);
        var root = Root(configuration, reading);
        if (!SettingsPatterns.StoreName.IsMatch(configuration.Project))
        {
            // It begins every name, so it must be what every service takes.
            reading.Add(
                "name",
                "Pulumi.yaml",
                "the project name cannot be used as a prefix of resource names",
                configuration.Project,
                $"2 to 24 characters: {SettingsPatterns.NameAllowed}",
                "change name in Pulumi.yaml");
        }

        var before = reading.Problems.Count;

        // What rests on a value that is wrong itself is not judged: one mistake is one problem.
        var role = root.Choice("role", Roles);
        var roleIsKnown = reading.Problems.Count == before;
        before = reading.Problems.Count;
        var regions = ReadRegions(root, reading);
        var known = reading.Problems.Count == before ? regions : null;
        var witness = ReadWitness(root, known);
        var dns = ReadDns(root);
        var (primaryNetwork, standbyNetwork) = NetworkReader.Read(root, regions, known is not null);
        var tiers = TierReader.Read(root, reading);
        var versions = VersionReader.Read(root);
        var workloads = new WorkloadReader(tiers, new StrongConsistency(reading, known, witness), versions.AuroraPostgresql).Read(root);
        if (!root.Has("dns"))
        {
            RequireDns(workloads, dns, reading);
        }

        TierReader.RequireAccountSurvival(root, workloads);
        var accountId = root.Text("accountId", SettingsPatterns.AccountId, "12 digits, in quotes");
        var recoveryAccountId = root.OptionalText("recoveryAccountId", SettingsPatterns.AccountId, "12 digits, in quotes");
        if (recoveryAccountId is { Length: > 0 } && recoveryAccountId == accountId)
        {
            root.Problem("recoveryAccountId", "the recovery account must differ from accountId", "another account's 12 digits");
        }

        var settings = new PlatformSettings
        {
            Project = configuration.Project,
            Stack = configuration.Stack,
            Pair = root.Text("pair", SettingsPatterns.PairName, $"1 to 16 characters: {SettingsPatterns.NameAllowed}", "main"),
            Owner = root.Text("owner", SettingsPatterns.Owner, "letters, digits and @ . _ -"),
            Environment = root.Text("environment", SettingsPatterns.Label, "lower-case letters, digits and hyphens, for example production"),
            AccountId = accountId,
            RecoveryAccountId = recoveryAccountId,
            Role = role,
            Regions = regions,
            WitnessRegion = witness,
            AutomaticFailover = root.Choice("automaticFailover", AutomaticFailovers, AutomaticFailover.Observe),
            Sizing = root.Choice("sizing", Sizings, Sizing.Full),
            Activation = ReadActivation(root, roleIsKnown ? role : StackRole.Standby, reading),
            Failover = root.Choice("failover", Failovers, FailoverState.None),
            OwnsAccountDefaults = root.Flag("ownsAccountDefaults", true),
            Dns = dns,
            AlertEmails = root.Texts("alertEmails", SettingsPatterns.Email, "an address, for example on-call@example.com"),
            Operators = root.Texts(
                "operators", SettingsPatterns.RolePattern,
                "a role of federated people, for example arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Failover_*"),
            PlanQuota = root.Whole("planQuota", 1, 1000, "Region-switch plans of the account", (int)FactBook.Number("rs-plan-quota")),
            Cluster = ClusterReader.Read(root, workloads),
            Versions = versions,
            PrimaryNetwork = primaryNetwork,
            StandbyNetwork = standbyNetwork,
            Workloads = workloads,
        };
        root.RefuseUnknownKeys();
        if (reading.Problems.Count == 0)
        {
            RefuseLongManifests(settings, reading);
            RefusePlansThatCannotFit(settings, reading);
            RefuseMorePlansThanTheQuota(settings, root);
            RefuseReservesThatNoNodeTakes(settings, reading);
            RefuseSharesThatNoStandbyKeeps(settings, reading);
            Arming.Check(settings, root, reading);
        }

        reading.ThrowIfAny($"in the settings of stack {configuration.Stack}; no resource was declared");
        return settings;
    }

    private static SettingsMap Root(StackConfiguration configuration, SettingsReading reading)
    {
        var prefix = configuration.Project + ":";
        Place nowhere = reading.Source;
        var members = configuration.Values
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new YamlMember(pair.Key[prefix.Length..], nowhere, Value(pair.Key[prefix.Length..], pair.Value, reading)));
        return new SettingsMap(new YamlMap(nowhere, [.. members]), "", reading);
    }

    // The engine hands over scalars as bare text, whatever they are, and the rest as JSON, which is YAML.
    private static YamlValue Value(string name, string text, SettingsReading reading)
    {
        if (!Structured.Contains(name))
        {
            return new YamlText(reading.Source, text, Plain: FlagsAndNumbers.Contains(name));
        }

        var read = new SettingsReading(reading.Source);
        if (YamlReader.Read(text, read, lines: false) is { } value && read.Problems.Count == 0)
        {
            return value;
        }

        foreach (var problem in read.Problems)
        {
            reading.Add(name, reading.Source, problem.What, text, "a YAML object or list, or JSON");
        }

        return new YamlText(reading.Source, "", Plain: true);
    }

    private static RegionPair ReadRegions(SettingsMap root, SettingsReading reading)
    {
        var node = root.Map("regions");
        if (node is null)
        {
            if (!root.Has("regions"))
            {
                root.Problem("regions", "missing", "primary and standby, for example {primary: eu-west-1, standby: eu-central-1}");
            }

            return new RegionPair("eu-west-1", "eu-central-1");
        }

        var primary = ReadRegion(node, "primary", "a standby needs a primary");
        var standby = ReadRegion(node, "standby", "a primary needs a standby");
        if (primary.Length > 0 && primary == standby)
        {
            reading.Add(
                "regions.standby", reading.Source, "the primary and the standby are the same Region", standby,
                "a Region other than the primary");
        }

        node.RefuseUnknownKeys();
        return new RegionPair(primary.Length > 0 ? primary : "eu-west-1", standby.Length > 0 ? standby : "eu-central-1");
    }

    private static string ReadRegion(SettingsMap node, string key, string whyNeeded)
    {
        if (!node.Has(key))
        {
            node.Problem(key, $"missing: {whyNeeded}", "the name of a Region, for example eu-west-1");
            return string.Empty;
        }

        var region = node.Text(key, SettingsPatterns.Any, "the name of a Region");
        if (region.Length > 0 && !AwsRegions.All.Contains(region))
        {
            var nearest = NearestName.Of(region, AwsRegions.All);
            node.Problem(
                key,
                NearestName.Hint("unknown Region", nearest),
                "a Region of the commercial partition, for example eu-west-1");
            return string.Empty;
        }

        return region;
    }

    private static string? ReadWitness(SettingsMap root, RegionPair? regions)
    {
        if (!root.Has("witnessRegion"))
        {
            return null;
        }

        var witness = ReadRegion(root, "witnessRegion", string.Empty);
        if (witness.Length > 0 && (witness == regions?.Primary || witness == regions?.Standby))
        {
            root.Problem("witnessRegion", "the witness must not be in a Region of the pair", "a third Region of the same Region set");
        }

        return witness.Length > 0 ? witness : null;
    }

    private static DnsSettings? ReadDns(SettingsMap root)
    {
        if (root.Map("dns") is not { } node)
        {
            return null;
        }

        var zoneId = node.Text("zoneId", SettingsPatterns.ZoneId, "the id of a hosted zone: Z and 8 to 31 capitals and digits");
        var domain = node.Text("domain", SettingsPatterns.Domain, "the zone's name in lower case, without a trailing dot, for example data.example.com");
        if (node.Flag("private", false))
        {
            node.Problem("private", "private zones are not supported: they need peering between the Regions", "false, or omit it");
        }

        node.RefuseUnknownKeys();
        return new DnsSettings(zoneId, domain);
    }

    private static Activation ReadActivation(SettingsMap root, StackRole role, SettingsReading reading)
    {
        if (role == StackRole.Primary && root.Has("role"))
        {
            if (root.Has("activation"))
            {
                root.Problem("activation", "activation is for a standby; a primary is always active", "nothing", "pulumi config rm activation");
            }

            return Activation.Active;
        }

        var text = root.OptionalText("activation", SettingsPatterns.Any, "standby, active");
        if (text == "rehearsal")
        {
            root.Problem("activation", "rehearsal is not supported", "standby, active", reading.Fix("activation", "standby"));
            return Activation.Standby;
        }

        return root.Choice("activation", Activations, Activation.Standby);
    }

    private static void RequireDns(IReadOnlyList<WorkloadSettings> workloads, DnsSettings? dns, SettingsReading reading)
    {
        if (dns is null && workloads.FirstOrDefault(workload => workload.Endpoint is not null || workload.Pipelines.Count > 0) is { } workload)
        {
            reading.Add(
                "dns",
                reading.Source,
                $"missing: workload {workload.Name} has {(workload.Endpoint is null ? "pipelines, which follow a record" : "an endpoint")}",
                "nothing",
                "zoneId and domain of a public hosted zone");
        }
    }

    private static void RefusePlansThatCannotFit(PlatformSettings settings, SettingsReading reading)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            if (FailoverPlan.IsFor(workload) && PlanTimeouts.Misfit(workload.Tier, PlanShape.Of(workload)) is { } misfit)
            {
                reading.Add($"workloads[{index}].tier", reading.Source, misfit, workload.Tier.Name, "a tier with a longer rto of region, or a faster decision");
            }
        }
    }

    private static void RefuseMorePlansThanTheQuota(PlatformSettings settings, SettingsMap root)
    {
        // The parent is one more.
        var plans = FailoverPlan.GroupsOf(settings.Workloads).Count;
        if (plans > 0 && plans + 1 > settings.PlanQuota)
        {
            root.Problem(
                "planQuota",
                $"the workloads need {plans + 1} Region-switch plans, the parent's included, but the account may have {settings.PlanQuota}",
                $"{plans + 1} or more, once the quota \"Number of plans\" of Region switch was raised; or fewer workloads with a plan of their own");
        }
    }

    // It would be paid for, and nodes would wait for EC2 all the same.
    private static void RefuseReservesThatNoNodeTakes(PlatformSettings settings, SettingsReading reading)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            if (workload.Serving?.Reserve is { } reserve && !NodePoolSpec.Takes(reserve.InstanceType, settings.Cluster.Architecture))
            {
                reading.Add(
                    $"workloads[{index}].serving.reserve.instanceType",
                    reading.Source,
                    $"no node takes it: nodes are {settings.Cluster.Architecture}",
                    reserve.InstanceType,
                    NodePoolSpec.InstancesAllowed);
            }
        }
    }

    private static void RefuseSharesThatNoStandbyKeeps(PlatformSettings settings, SettingsReading reading)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            if (workload.Serving?.StandbyPercent is { } percent && workload.Tier.Strategy is not (Strategy.WarmStandby or Strategy.PilotLight))
            {
                reading.Add(
                    $"workloads[{index}].serving.standbyPercent", reading.Source,
                    $"the tier {workload.Tier.Name} decides it: it restores from backups, or serves in both Regions", $"{percent}",
                    "nothing; or a tier with a warm standby or a pilot light");
            }
        }
    }

    private static void RefuseLongManifests(PlatformSettings settings, SettingsReading reading)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            var bytes = Encoding.UTF8.GetByteCount(Manifests.Of(settings, workload).ToJson());
            if (bytes > RecoveryManifest.MaxBytes)
            {
                reading.Add(
                    $"workloads[{index}].stores",
                    reading.Source,
                    $"the recovery manifest of {workload.Name} does not fit its SSM parameter",
                    $"{workload.Stores.Count} stores, {bytes} bytes",
                    $"at most {RecoveryManifest.MaxBytes} bytes of manifest; split the workload");
            }
        }
    }
}
