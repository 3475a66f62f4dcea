using System.Text;
using System.Text.Json;
using DrInfra.Infra.Derivations;
using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>Turns a stack's configuration into settings, or says everything that is wrong with it.</summary>
public static class PlatformSettingsReader
{
    private static readonly string[] Structured = ["regions", "dns", "network", "tiers", "workloads", "acknowledged", "alertEmails", "approvers"];

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

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Anything is missing, unknown, out of range or contradictory.</exception>
    public static PlatformSettings Read(StackConfiguration configuration)
    {
        var problems = new SettingsProblems(configuration);
        var root = Root(configuration, problems);
        if (!SettingsPatterns.StoreName.IsMatch(configuration.Project))
        {
            // It begins every name, so it must be what every service takes.
            problems.Add(
                "name",
                "the project's name cannot begin the names of resources",
                configuration.Project,
                $"2 to 24 characters: {SettingsPatterns.NameAllowed}",
                "edit name in Pulumi.yaml");
        }

        var role = root.Choice("role", Roles);
        var regions = ReadRegions(root, problems);
        var witness = ReadWitness(root, regions);
        var dns = ReadDns(root);
        var (primaryNetwork, standbyNetwork) = NetworkReader.Read(root, regions);
        var tiers = TierReader.Read(root, problems);
        var workloads = new WorkloadReader(problems, tiers, regions, witness).Read(root);
        RequireDns(workloads, dns, problems);
        TierReader.RequireAccountSurvival(root, workloads);
        var accountId = root.Text("accountId", SettingsPatterns.AccountId, "12 digits, in quotes");
        var recoveryAccountId = root.OptionalText("recoveryAccountId", SettingsPatterns.AccountId, "12 digits, in quotes");
        if (recoveryAccountId is { Length: > 0 } && recoveryAccountId == accountId)
        {
            root.Problem("recoveryAccountId", "the account that survives cannot be the one that is attacked", "another account's 12 digits");
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
            Sizing = root.Choice("sizing", Sizings, Sizing.Full),
            Activation = ReadActivation(root, role),
            OwnsAccountDefaults = root.Flag("ownsAccountDefaults", true),
            Dns = dns,
            AlertEmails = root.Texts("alertEmails", SettingsPatterns.Email, "an address, for example on-call@example.com"),
            Approvers = root.Texts("approvers", SettingsPatterns.RolePattern, "a role of federated people, for example arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Failover_*"),
            PrimaryNetwork = primaryNetwork,
            StandbyNetwork = standbyNetwork,
            Workloads = workloads,
        };
        root.RefuseUnknownKeys();
        if (!problems.Any)
        {
            RefuseLongManifests(settings, problems);
            RefusePlansThatCannotFit(settings, problems);
        }

        problems.ThrowIfAny();
        return settings;
    }

    private static SettingsNode Root(StackConfiguration configuration, SettingsProblems problems)
    {
        var prefix = configuration.Project + ":";
        var values = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, text) in configuration.Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = key[prefix.Length..];
            values[name] = Parse(name, text, problems);
        }

        return new SettingsNode(JsonSerializer.SerializeToElement(values), string.Empty, problems);
    }

    private static JsonElement Parse(string name, string text, SettingsProblems problems)
    {
        if (name == "ownsAccountDefaults" && text is "true" or "false")
        {
            return JsonSerializer.SerializeToElement(text == "true");
        }

        if (Structured.Contains(name))
        {
            try
            {
                return JsonSerializer.Deserialize<JsonElement>(text);
            }
            catch (JsonException)
            {
                problems.Add(name, "this is text where a structure is wanted", text, "a YAML object or list, or JSON");
                return JsonSerializer.SerializeToElement<object?>(null);
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }

    private static RegionPair ReadRegions(SettingsNode root, SettingsProblems problems)
    {
        var node = root.Object("regions");
        if (node is null)
        {
            if (!root.Has("regions"))
            {
                root.Problem("regions", "missing", "primary and standby, for example {primary: eu-west-1, standby: eu-central-1}");
            }

            return new RegionPair("eu-west-1", "eu-central-1");
        }

        var primary = ReadRegion(node, "primary", "a standby needs a primary to follow");
        var standby = ReadRegion(node, "standby", "a primary needs a standby to follow it");
        if (primary.Length > 0 && primary == standby)
        {
            problems.Add("regions.standby", "the same Region twice; a copy in the Region that fails is no copy", standby, "another Region than the primary");
        }

        node.RefuseUnknownKeys();
        return new RegionPair(primary.Length > 0 ? primary : "eu-west-1", standby.Length > 0 ? standby : "eu-central-1");
    }

    private static string ReadRegion(SettingsNode node, string key, string whyNeeded)
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
                nearest is null ? "no such Region" : $"no such Region; did you mean {nearest}?",
                "a Region of the commercial partition, for example eu-west-1");
            return string.Empty;
        }

        return region;
    }

    private static string? ReadWitness(SettingsNode root, RegionPair regions)
    {
        if (!root.Has("witnessRegion"))
        {
            return null;
        }

        var witness = ReadRegion(root, "witnessRegion", string.Empty);
        if (witness.Length > 0 && (witness == regions.Primary || witness == regions.Standby))
        {
            root.Problem("witnessRegion", "a witness stands in neither Region of the pair", "a third Region of the same Region set");
        }

        return witness.Length > 0 ? witness : null;
    }

    private static DnsSettings? ReadDns(SettingsNode root)
    {
        if (root.Object("dns") is not { } node)
        {
            return null;
        }

        var zoneId = node.Text("zoneId", SettingsPatterns.ZoneId, "the id of a hosted zone: Z and 8 to 31 capitals and digits");
        var domain = node.Text("domain", SettingsPatterns.Domain, "the zone's name in lower case, without a dot at the end, for example data.example.com");
        if (node.Flag("private", false))
        {
            node.Problem("private", "private zones are not available yet: they need peering between the Regions", "false, or leave it out");
        }

        node.RefuseUnknownKeys();
        return new DnsSettings(zoneId, domain);
    }

    private static Activation ReadActivation(SettingsNode root, StackRole role)
    {
        if (role == StackRole.Primary && root.Has("role"))
        {
            if (root.Has("activation"))
            {
                root.Problem("activation", "activation belongs to a standby; a primary is always active", "nothing", "pulumi config rm activation");
            }

            return Activation.Active;
        }

        var text = root.OptionalText("activation", SettingsPatterns.Any, "standby, active");
        if (text == "rehearsal")
        {
            root.Problem("activation", "a rehearsal is not available yet", "standby, active", root.CureWith("activation", "standby"));
            return Activation.Standby;
        }

        return root.Choice("activation", Activations, Activation.Standby);
    }

    private static void RequireDns(IReadOnlyList<WorkloadSettings> workloads, DnsSettings? dns, SettingsProblems problems)
    {
        if (dns is null && workloads.FirstOrDefault(workload => workload.Endpoint is not null) is { } workload)
        {
            problems.Add("dns", $"missing: workload {workload.Name} has an endpoint", "nothing", "zoneId and domain of a public hosted zone");
        }
    }

    private static void RefusePlansThatCannotFit(PlatformSettings settings, SettingsProblems problems)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            if (FailoverPlan.IsFor(workload) && PlanTimeouts.Misfit(workload.Tier, PlanShape.Of(workload)) is { } misfit)
            {
                problems.Add($"workloads[{index}].tier", misfit, workload.Tier.Name, "a tier with a longer rto of region, or a faster decision");
            }
        }
    }

    private static void RefuseLongManifests(PlatformSettings settings, SettingsProblems problems)
    {
        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            var bytes = Encoding.UTF8.GetByteCount(Manifests.Of(settings, workload).ToJson());
            if (bytes > RecoveryManifest.MaxBytes)
            {
                problems.Add(
                    $"workloads[{index}].stores",
                    $"the recovery manifest of {workload.Name} would not fit its parameter",
                    $"{workload.Stores.Count} stores, {bytes} bytes",
                    $"at most {RecoveryManifest.MaxBytes} bytes of manifest; split the workload");
            }
        }
    }
}
