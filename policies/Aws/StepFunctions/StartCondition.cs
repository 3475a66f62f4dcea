namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// Whether something asks before its work for a lease that only one Region has: by a conditional write to a table that is strongly consistent
/// between Regions, or by reading there who holds it. Source: Step Functions developer guide, "Perform DynamoDB CRUD operations"; DynamoDB
/// guide, "Multi-Region strong consistency".
/// </summary>
/// <param name="IsExclusive">Null where that cannot be told.</param>
/// <param name="Why">What it does first, or why it cannot be told; null where it is exclusive.</param>
internal sealed record StartCondition(bool? IsExclusive, Reason? Why)
{
    private const string Path = "definition";

    /// <summary>The lease that it asks for; null where it asks for none that can be told.</summary>
    public AskedLease? Lease { get; init; }

    public static StartCondition No(Reason why) => new(false, why);

    public static StartCondition Unclear(Reason why) => new(null, why);

    /// <summary>What a state machine does before its work, on the way that is the worst.</summary>
    public static StartCondition Of(Estate estate, Node machine) => machine.Once(machine[Path], (node, definition) => Read(estate, node, definition));

    private static StartCondition Read(Estate estate, Node machine, Prop definition)
    {
        if (definition is not { IsKnown: true, Text: { } text } || JsonDocumentText.Parse(text, Path) is not { } document)
        {
            return Unclear(Reason.Unknown(machine, Path));
        }

        var ways = new StartWalk(estate, machine, document).Ways();
        return ways.Count == 0 ? Unclear(Reason.Uncertain("it has no state that does work", machine, Path))
            : ways.FirstOrDefault(way => way.IsExclusive == false) ?? ways.FirstOrDefault(way => way.IsExclusive is null) ?? ways[0];
    }
}

/// <summary>A lease that a state machine asks for.</summary>
/// <param name="Table">Where it is.</param>
/// <param name="Item">The key of its item; null where that is not stated.</param>
internal sealed record AskedLease(Node Table, string? Item)
{
    /// <summary>Whether the machine only reads who holds it: somebody else has to take it for its Region.</summary>
    public bool IsRead { get; init; }

    /// <summary>Seconds that the machine waits before it knows; null where only the run will tell.</summary>
    public double? WaitSeconds { get; init; } = 0;

    /// <summary>Why both may have theirs at once, as the first of two says it; null where it is one lease.</summary>
    public string? Differs(AskedLease other) =>
        PhysicalName.Of(Table) is { } own && PhysicalName.Of(other.Table) is { } others && own != others ? $"its lease is in {own}, and its twin's in {others}"
        : Item is not null && other.Item is not null && Item != other.Item ? $"its lease is {Item}, and its twin's {other.Item}"
        : null;
}
