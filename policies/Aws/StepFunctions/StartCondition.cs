using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// Whether a state machine asks before its work for something that only one Region gets: a conditional write to a table that is strongly
/// consistent between Regions. Source: Step Functions developer guide, "Perform DynamoDB CRUD operations"; DynamoDB guide, "Multi-Region strong
/// consistency".
/// </summary>
/// <param name="IsExclusive">Null where that cannot be told.</param>
/// <param name="Why">What it does first, or why it cannot be told; null where it is exclusive.</param>
internal sealed record StartCondition(bool? IsExclusive, Reason? Why)
{
    private const string Path = "definition";

    public static StartCondition Of(Estate estate, Node machine)
    {
        if (machine[Path] is not { IsKnown: true, Text: { } text } || JsonDocumentText.Parse(text, Path) is not { } document)
        {
            return new StartCondition(null, Reason.Unknown(machine, Path));
        }

        var first = FirstWork(document).Select(state => Judge(estate, machine, state)).ToArray();
        return first.Length == 0 ? new StartCondition(null, Reason.Uncertain("it has no state that does work", machine, Path))
            : Array.Find(first, condition => condition.IsExclusive == false) ?? Array.Find(first, condition => condition.IsExclusive is null)
                ?? first[0];
    }

    // The states that do something, as far as one comes without passing another such.
    private static List<(string Name, Prop State)> FirstWork(Prop document)
    {
        var (seen, found) = (new HashSet<string>(StringComparer.Ordinal), new List<(string, Prop)>());
        var open = new Stack<string>();
        Follow(document["StartAt"]);
        while (open.TryPop(out var name))
        {
            var state = document["States"][name];
            switch (state["Type"].Text)
            {
                case "Pass" or "Wait":
                    Follow(state["Next"]);
                    break;
                case "Choice":
                    Follow(state["Default"]);
                    foreach (var choice in state["Choices"].Items)
                    {
                        Follow(choice["Next"]);
                    }

                    break;
                case "Succeed" or "Fail":
                    break;
                default:
                    found.Add((name, state));
                    break;
            }
        }

        return found;

        void Follow(Prop next)
        {
            if (next.Text is { } name && seen.Add(name))
            {
                open.Push(name);
            }
        }
    }

    private static StartCondition Judge(Estate estate, Node machine, (string Name, Prop State) first)
    {
        var (name, state) = first;
        var resource = state["Resource"].Text ?? "";
        var arguments = state["Arguments"].IsAbsent ? state["Parameters"] : state["Arguments"];
        if (resource.Contains(":lambda:", StringComparison.Ordinal) || resource.Contains(":activity:", StringComparison.Ordinal)
            || resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal))
        {
            return new StartCondition(null, Reason.Uncertain($"what {name} asks, its code says", machine, Path));
        }

        if (!resource.Contains(":dynamodb:", StringComparison.Ordinal) || arguments["ConditionExpression"].IsAbsent)
        {
            return new StartCondition(false, new Reason($"{name} begins without asking for a lease", machine, Path));
        }

        var table = arguments["TableName"].Text is { } named ? estate.References.Named(machine, named, DynamoDbTypes.Table) : null;
        return table is null ? new StartCondition(null, Reason.Uncertain($"no program here declares the table that {name} writes to", machine, Path))
            : GlobalTables.IsStrong(table) switch
            {
                true => new StartCondition(true, null),
                null => new StartCondition(null, Reason.Unknown(table, GlobalTables.ReplicasProperty)),
                false => new StartCondition(false, new Reason(
                    $"{name} writes to {table.Name}, which is not strongly consistent between Regions: both can get the lease", machine, Path)),
            };
    }
}
