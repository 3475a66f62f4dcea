using DrInfra.Infra.Conventions;
using DrInfra.Infra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>What can only be seen when the stacks of a project are looked at together.</summary>
public static class StackPairs
{
    /// <summary>The mistakes that concern one stack, given all stacks of its project (itself among them).</summary>
    public static IReadOnlyList<Problem> Check(PlatformSettings stack, IReadOnlyList<PlatformSettings> all)
    {
        var problems = new List<Problem>();
        var pair = all.Where(other => other.Pair == stack.Pair).ToList();
        CheckRoles(stack, pair, problems);
        foreach (var partner in pair.Where(other => other.Role != stack.Role))
        {
            CheckAgreement(stack, partner, problems);
        }

        foreach (var other in all.Where(other => other.Pair != stack.Pair))
        {
            CheckApart(stack, other, problems);
        }

        return problems;
    }

    private static void CheckRoles(PlatformSettings stack, List<PlatformSettings> pair, List<Problem> problems)
    {
        if (stack.Role == StackRole.Standby && pair.All(other => other.Role != StackRole.Primary))
        {
            problems.Add(Problem(
                stack, "role", $"pair {stack.Pair} has a standby but no primary", "standby",
                "a stack with role primary and the same pair", $"add a Pulumi.<stack>.yaml with role: primary and pair: {stack.Pair}"));
        }

        foreach (var twin in pair.Where(other => other.Role == stack.Role && other.Stack != stack.Stack))
        {
            problems.Add(Problem(
                stack, "role", $"stack {twin.Stack} has the same role in pair {stack.Pair}, so both would use the same names", Text(stack.Role),
                "one primary and one standby per pair", $"pulumi config set pair NAME --stack {stack.Stack}"));
        }
    }

    private static void CheckAgreement(PlatformSettings stack, PlatformSettings partner, List<Problem> problems)
    {
        void Same(string key, string own, string theirs)
        {
            if (own != theirs)
            {
                problems.Add(Problem(
                    stack, key, $"differs from stack {partner.Stack} of the same pair", own, theirs,
                    $"set {key} once, in Pulumi.yaml"));
            }
        }

        Same("accountId", stack.AccountId, partner.AccountId);
        Same("regions", $"{stack.Regions.Primary}, {stack.Regions.Standby}", $"{partner.Regions.Primary}, {partner.Regions.Standby}");
        Same("witnessRegion", stack.WitnessRegion ?? "none", partner.WitnessRegion ?? "none");
        Same("dns", $"{stack.Dns}", $"{partner.Dns}");
        Same("versions", DatabaseVersions(stack), DatabaseVersions(partner));
        Same("workloads", Promises(stack), Promises(partner));
    }

    // A range cannot be changed later, so it must be free of every other pair's from the start, joined or not (gotcha 76).
    private static void CheckApart(PlatformSettings stack, PlatformSettings other, List<Problem> problems)
    {
        foreach (var (key, network) in Networks(stack))
        {
            foreach (var (_, theirs) in Networks(other).Where(pair => pair.Network.Range.Overlaps(network.Range)))
            {
                problems.Add(Problem(
                    stack, $"network.{key}", $"{network.Range} overlaps {theirs.Range} of pair {other.Pair} (stack {other.Stack})", $"{network.Range}",
                    "ranges that are disjoint across Regions and pairs", $"edit network of stack {stack.Stack}"));
            }
        }

        if (stack.OwnsAccountDefaults && other.OwnsAccountDefaults && stack.Role == other.Role
            && stack.AccountId == other.AccountId && Regions(stack).Intersect(Regions(other)).Any())
        {
            problems.Add(Problem(
                stack, "ownsAccountDefaults", $"pair {other.Pair} (stack {other.Stack}) owns the defaults of the same account and Region", "true",
                "true for one pair per account", $"pulumi config set ownsAccountDefaults false --stack {stack.Stack}"));
        }
    }

    // What both stacks must mean alike: the promise as its manifest has it, and what is derived from the rest. Roles and sizes
    // differ; Regions and domain are compared by themselves.
    private static string Promises(PlatformSettings stack)
    {
        var alike = stack with
        {
            Role = StackRole.Primary,
            Sizing = Sizing.Full,
            Regions = new RegionPair("primary", "standby"),
            Dns = new DnsSettings("zone", "domain"),
        };
        return string.Join("; ", stack.Workloads.Select(workload =>
            $"{Manifests.Of(alike, workload).ToJson()} {workload.ClientSideEncryption} {workload.Serving} "
                + $"{string.Join(' ', workload.Stores.Select(WithoutVersion))}"));
    }

    private static StoreSettings WithoutVersion(StoreSettings store) => store is DatabaseStore database ? database with { EngineVersion = "" } : store;

    // Members of different versions cannot be switched over (gotcha 7).
    private static string DatabaseVersions(PlatformSettings stack) => string.Join(", ", stack.Workloads.SelectMany(
        workload => workload.Databases.Select(database => $"{workload.Name}/{database.Name} {database.EngineVersion}")));

    private static IEnumerable<(string Key, NetworkSettings Network)> Networks(PlatformSettings stack) =>
        [("primary", stack.PrimaryNetwork), ("standby", stack.StandbyNetwork)];

    private static string[] Regions(PlatformSettings stack) => [stack.Regions.Primary, stack.Regions.Standby];

    private static string Text(StackRole role) => ResourceTags.RoleText(role);

    private static Problem Problem(PlatformSettings stack, string key, string what, string got, string allowed, string fix) =>
        new(what, new Place($"Pulumi.{stack.Stack}.yaml or Pulumi.yaml", Key: $"{stack.Project}:{key}"), Cut(got, 60), Cut(allowed, 90), fix);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "...";
}
