using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>Walks a state machine from its start to the first work on each way, and tells what was asked before.</summary>
internal sealed partial class StartWalk(Estate estate, Node machine, Prop document)
{
    private const string Path = "definition";

    private readonly List<StartCondition> _ways = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Stack<(string Name, IReadOnlyList<LeaseRead> Reads, double? Waits)> _open = new();

    /// <summary>One for each state that begins work, or that asks for a lease before it.</summary>
    public IReadOnlyList<StartCondition> Ways()
    {
        Follow(document["StartAt"], [], 0);
        while (_open.TryPop(out var step))
        {
            Pass(step.Name, step.Reads, step.Waits);
        }

        return _ways;
    }

    private void Pass(string name, IReadOnlyList<LeaseRead> reads, double? waits)
    {
        var state = document["States"][name];
        switch (state["Type"].Text)
        {
            case "Pass":
                Follow(state["Next"], reads, waits);
                break;
            case "Wait":
                Follow(state["Next"], reads, waits + state["Seconds"].Number);
                break;
            case "Choice":
                Choose(name, state, reads, waits);
                break;
            case "Succeed" or "Fail":
                break;
            case "Task" when LeaseRead.Of(name, state) is { } read:
                Follow(state["Next"], [.. reads, read], waits);
                FollowFailures(state, reads, waits);
                break;
            case "Task" when IsConditionalWrite(state):
                _ways.Add(Written(name, state, waits));
                FollowFailures(state, reads, waits);
                break;
            default:
                _ways.Add(Begins(name, state, reads));
                break;
        }
    }

    private void Follow(Prop next, IReadOnlyList<LeaseRead> reads, double? waits)
    {
        if (next.Text is { } name && _seen.Add(string.Join('\n', [name, .. reads.Select(read => read.Name)])))
        {
            _open.Push((name, reads, waits));
        }
    }

    // Whoever does not get the lease comes this way.
    private void FollowFailures(Prop state, IReadOnlyList<LeaseRead> reads, double? waits)
    {
        foreach (var caught in state["Catch"].Items)
        {
            Follow(caught["Next"], reads, waits);
        }
    }

    // A rule says by being true, or those before it by being false, that this Region holds the lease; else its way is one without a lease.
    private void Choose(string name, Prop state, IReadOnlyList<LeaseRead> reads, double? waits)
    {
        foreach (var (next, held) in HolderTest.Ways(state, reads, machine.Region))
        {
            if (held.WhenTrue == false)
            {
                Follow(next, reads, waits);
            }
            else if (LeadsToWork(next))
            {
                _ways.Add(held.WhenTrue == true ? ReadBy(held.Read!, reads, waits) : StartCondition.Unclear(
                    Reason.Uncertain($"whether {name} compares the holder of the lease with its own Region is not known", machine, Path)));
            }
        }
    }

    private bool LeadsToWork(Prop next)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<Prop>([next]));
        while (open.TryPop(out var at))
        {
            if (at.Text is not { } name || !seen.Add(name))
            {
                continue;
            }

            var state = document["States"][name];
            if (state["Type"].Text is not ("Pass" or "Wait" or "Choice" or "Succeed" or "Fail") && LeaseRead.Of(name, state) is null)
            {
                return true;
            }

            foreach (var way in state["Choices"].Items.Concat(state["Catch"].Items).Select(way => way["Next"]).Append(state["Next"]).Append(state["Default"]))
            {
                open.Push(way);
            }
        }

        return false;
    }

    private StartCondition Begins(string name, Prop state, IReadOnlyList<LeaseRead> reads)
    {
        var resource = state["Resource"].Text ?? "";
        return resource.Contains(":lambda:", StringComparison.Ordinal) || resource.Contains(":activity:", StringComparison.Ordinal)
            || resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal)
                ? StartCondition.Unclear(Reason.Uncertain($"what {name} asks, its code says", machine, Path))
            : StartCondition.No(new Reason(
                reads.Count == 0 ? $"{name} begins without asking for a lease"
                    : $"{name} begins whoever holds the lease: no choice before it compares the holder that {reads[^1].Name} read with {machine.Region}",
                machine, Path));
    }

    // Whoever reads the lease twice compares the two: each has to see the latest write.
    private StartCondition ReadBy(LeaseRead read, IReadOnlyList<LeaseRead> reads, double? waits)
    {
        var asked = reads.Where(other => other.Table == read.Table).ToArray();
        return Array.Find(asked, other => other.IsConsistent == false) is { } late
                ? StartCondition.No(new Reason($"{late.Name} reads the lease without ConsistentRead: it can see a holder that is none any more", machine, Path))
            : Array.Find(asked, other => other.IsConsistent is null) is { } open
                ? StartCondition.Unclear(Reason.Uncertain($"whether {open.Name} reads consistently is not known", machine, Path))
            : InTable(read.Name, read.Arguments, "Key", waits, isRead: true);
    }

    private StartCondition Written(string name, Prop state, double? waits)
    {
        var arguments = LeaseRead.ArgumentsOf(state);
        return AlwaysHolds(arguments) is { } why
            ? StartCondition.No(new Reason($"{name} {why}: both Regions get the lease", machine, Path))
            : InTable(name, arguments, arguments["Item"].IsAbsent ? "Key" : "Item", waits, isRead: false);
    }

    private StartCondition InTable(string name, Prop arguments, string item, double? waits, bool isRead)
    {
        var (reads, what) = isRead ? ("reads", "each Region can read itself as the holder") : ("writes to", "both can get the lease");
        var table = arguments["TableName"].Text is { } named ? estate.References.Named(machine, named, DynamoDbTypes.Table) : null;
        return table is null
            ? StartCondition.Unclear(Reason.Uncertain($"no program here declares the table that {name} {reads}", machine, Path))
            : GlobalTables.IsStrong(table) switch
            {
                true => new StartCondition(true, null)
                {
                    Lease = new AskedLease(table, ItemOf(table, arguments[item])) { IsRead = isRead, WaitSeconds = waits },
                },
                null => StartCondition.Unclear(Reason.Unknown(table, GlobalTables.ReplicasProperty)),
                false => StartCondition.No(new Reason(
                    $"{name} {reads} {table.Name}, which is not strongly consistent between Regions: {what}", machine, Path)),
            };
    }

    private static string? ItemOf(Node table, Prop item) =>
        new GlobalTables(table, null, []).HashKey.Text is { } key && item[key] is { IsKnown: true } value ? value["S"].Text ?? value.ToString() : null;

    private static bool IsConditionalWrite(Prop state) => state["Resource"].Text?.Contains(":dynamodb:", StringComparison.Ordinal) == true
        && !LeaseRead.ArgumentsOf(state)["ConditionExpression"].IsAbsent;

    // A condition that the holder may repeat, by a name of the holder that is the same in each Region; or one that asks only whether the item exists.
    private string? AlwaysHolds(Prop arguments)
    {
        if (arguments["ConditionExpression"].Text is not { } condition)
        {
            return null;
        }

        if (OnlyExists().IsMatch(condition))
        {
            return "asks only whether the lease exists";
        }

        foreach (Match match in Equality().Matches(condition))
        {
            var (attribute, value) = (match.Groups["attribute"].Value, match.Groups["value"].Value);
            var name = attribute[0] == '#' ? arguments["ExpressionAttributeNames"][attribute].Text ?? attribute : attribute;
            var asked = arguments["ExpressionAttributeValues"][value]["S"].Text;
            var set = arguments["Item"][name]["S"].Text
                ?? (Regex.IsMatch(arguments["UpdateExpression"].Text ?? "", $@"{Regex.Escape(attribute)}\s*=\s*{Regex.Escape(value)}\b") ? asked : null);
            if (asked is not null && asked == set && !asked.StartsWith("{%", StringComparison.Ordinal)
                && machine.Region is { } region && !asked.Contains(region, StringComparison.Ordinal))
            {
                return $"names the holder {asked}, as its twin can";
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*attribute_exists\s*\([^)]*\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyExists();

    [GeneratedRegex(@"(?<attribute>#?[A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?<value>:[A-Za-z0-9_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Equality();
}
