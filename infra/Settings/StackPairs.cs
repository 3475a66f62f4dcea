using DrInfra.Infra.Conventions;
using DrInfra.Infra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>What can only be seen when the stacks of a project are looked at together. One mistake is one problem, whichever stacks show it.</summary>
public static class StackPairs
{
    private const int Shown = 90;

    /// <summary>The mistakes that concern some of the stacks.</summary>
    /// <param name="chosen">The stacks that are looked at.</param>
    /// <param name="all">All stacks of the project, the chosen ones among them.</param>
    /// <param name="placeOf">Where the value of a path stands for a stack; null where nobody knows the files.</param>
    public static IReadOnlyList<Problem> Check(
        IReadOnlyList<PlatformSettings> chosen, IReadOnlyList<PlatformSettings> all, Func<PlatformSettings, string, Place>? placeOf = null)
    {
        var place = placeOf ?? ((stack, path) => new Place($"Pulumi.{stack.Stack}.yaml or Pulumi.yaml", Key: $"{stack.Project}:{path}"));
        var pairs = all.GroupBy(stack => stack.Pair, StringComparer.Ordinal).Select(pair => pair.ToList()).ToList();
        return
        [
            .. chosen.Where(stack => LacksPrimary(stack, all)).Select(stack => NoPrimary(stack, place)),
            .. from pair in pairs
               from stack in pair
               from other in pair.TakeWhile(other => other != stack)
               where chosen.Contains(stack) || chosen.Contains(other)
               from problem in stack.Role == other.Role ? [SameRole(stack, other, place)] : Disagreements(stack, other, place)
               select problem,
            .. from pair in pairs
               from other in pairs.TakeWhile(other => other != pair)
               where pair.Concat(other).Any(chosen.Contains)
               from problem in Collisions(pair.Any(chosen.Contains) ? (pair, other) : (other, pair), place)
               select problem,
        ];
    }

    /// <summary>Whether a stack is a standby that no stack is the primary of.</summary>
    public static bool LacksPrimary(PlatformSettings stack, IReadOnlyList<PlatformSettings> all) =>
        stack.Role == StackRole.Standby && !all.Any(other => other.Pair == stack.Pair && other.Role == StackRole.Primary);

    private static Problem NoPrimary(PlatformSettings stack, Func<PlatformSettings, string, Place> place) => new(
        $"pair {stack.Pair} has a standby but no primary", place(stack, "role"), "standby", "a stack with role primary and the same pair",
        $"add a Pulumi.<stack>.yaml with role: primary and pair: {stack.Pair}");

    private static Problem SameRole(PlatformSettings stack, PlatformSettings twin, Func<PlatformSettings, string, Place> place) => new(
        $"stack {twin.Stack} has the same role in pair {stack.Pair}, so both would use the same names", place(stack, "role"),
        ResourceTags.RoleText(stack.Role), "one primary and one standby per pair", $"pulumi config set pair NAME --stack {stack.Stack}");

    private static IEnumerable<Problem> Disagreements(PlatformSettings stack, PlatformSettings partner, Func<PlatformSettings, string, Place> place)
    {
        return
        [
            .. Same(["accountId"], settings => settings.AccountId),
            .. Same(["regions"], settings => $"{settings.Regions.Primary}, {settings.Regions.Standby}"),
            .. Same(["witnessRegion"], settings => settings.WitnessRegion ?? "none"),
            .. Same(["automaticFailover"], settings => $"{settings.AutomaticFailover}".ToLowerInvariant()),
            .. Same(["dns"], settings => $"{settings.Dns}"),
            .. Same(["versions", "workloads"], DatabaseVersions),
            .. Same(["workloads", "tiers"], Promises),
        ];

        // What is the same text may come of several keys: it is the one that stands in two places. Of the two stacks, it is the one that
        // has a value of its own.
        IEnumerable<Problem> Same(string[] keys, Func<PlatformSettings, string> value)
        {
            if (value(stack) == value(partner))
            {
                yield break;
            }

            var key = keys.FirstOrDefault(key => place(stack, key) != place(partner, key)) ?? keys[0];
            var (one, other) = IsShared(place(stack, key)) ? (partner, stack) : (stack, partner);
            var fix = IsShared(place(other, key)) ? $"remove it there, or set {key} for both stacks in Pulumi.yaml" : $"set {key} once, in Pulumi.yaml";
            yield return new Problem(
                $"differs from stack {other.Stack} of the same pair", place(one, key), Part(value(one), value(other)), Part(value(other), value(one)), fix);
        }
    }

    // A range cannot be changed later, so it must be free of every other pair's from the start, joined or not (gotcha 76).
    private static IEnumerable<Problem> Collisions(
        (List<PlatformSettings> Own, List<PlatformSettings> Others) pairs, Func<PlatformSettings, string, Place> place)
    {
        var (own, others) = pairs;
        var (stack, other) = (own[0], others[0]);
        var files = string.Join(" and ", own.Select(one => $"Pulumi.{one.Stack}.yaml"));
        var overlaps = (
            from mine in own.SelectMany(Networks)
            from theirs in others.SelectMany(Networks)
            where mine.Network.Range.Overlaps(theirs.Network.Range)
            select (mine.Key, Text: $"{mine.Network.Range} overlaps {theirs.Network.Range} of pair {other.Pair}")).Distinct().ToList();
        if (overlaps.Count > 0)
        {
            var keys = overlaps.Select(overlap => overlap.Key).Distinct().ToList();
            yield return new Problem(
                string.Join("; ", overlaps.Select(overlap => overlap.Text)), place(stack, keys.Count == 1 ? $"network.{keys[0]}" : "network"),
                Allowed: "ranges that are disjoint across Regions and pairs", Fix: $"give pair {stack.Pair} ranges of its own: set network in {files}");
        }

        if (own.Any(mine => others.Any(theirs => mine.OwnsAccountDefaults && theirs.OwnsAccountDefaults && mine.Role == theirs.Role
                && mine.AccountId == theirs.AccountId && Regions(mine).Intersect(Regions(theirs)).Any())))
        {
            yield return new Problem(
                $"pair {other.Pair} owns the defaults of the same account and Region", place(stack, "ownsAccountDefaults"), "true",
                "true for one pair per account", $"set ownsAccountDefaults: false in {files}");
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
            Failover = FailoverState.None,
            AutomaticFailover = AutomaticFailover.Observe,
            Identities = RecordedIdentities.None,
            Regions = new RegionPair("primary", "standby"),
            Dns = new DnsSettings("zone", "domain"),
        };
        return string.Join("; ", stack.Workloads.Select(Whole).Select(workload =>
            $"{Manifests.Of(alike, workload).ToJson()} {workload.ClientSideEncryption} {workload.Serving} "
                + $"{string.Join(' ', workload.Stores.Select(WithoutVersion))}"));
    }

    // With what the sizing leaves out.
    private static WorkloadSettings Whole(WorkloadSettings workload) => workload with
    {
        Stores = [.. workload.Stores.Concat(workload.LeftOut).OrderBy(store => store.Name, StringComparer.Ordinal)],
        Pipelines = [.. workload.Pipelines.Concat(workload.PipelinesLeftOut).OrderBy(pipeline => pipeline.Name, StringComparer.Ordinal)],
    };

    private static StoreSettings WithoutVersion(StoreSettings store) => store is DatabaseStore database ? database with { EngineVersion = "" } : store;

    // Members of different versions cannot be switched over (gotcha 7).
    private static string DatabaseVersions(PlatformSettings stack) => string.Join(", ", stack.Workloads.SelectMany(
        workload => workload.Databases.Select(database => $"{workload.Name}/{database.Name} {database.EngineVersion}")));

    private static IEnumerable<(string Key, NetworkSettings Network)> Networks(PlatformSettings stack) =>
        [("primary", stack.PrimaryNetwork), ("standby", stack.StandbyNetwork)];

    private static string[] Regions(PlatformSettings stack) => [stack.Regions.Primary, stack.Regions.Standby];

    private static bool IsShared(Place place) => place.Source is "Pulumi.yaml" or "Pulumi.yml";

    // Of a long text, where it begins to differ.
    private static string Part(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = text.Length <= Shown ? 0 : Math.Max(0, Math.Min(same - (Shown / 3), text.Length - Shown));
        var end = Math.Min(text.Length, start + Shown);
        return $"{(start > 0 ? "..." : "")}{text[start..end]}{(end < text.Length ? "..." : "")}";
    }
}
