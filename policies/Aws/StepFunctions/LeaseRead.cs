namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>A state that reads an item of DynamoDB, as far as later states can use it.</summary>
/// <param name="Name">The state.</param>
internal sealed record LeaseRead(string Name, Prop State)
{
    private const string WholeInput = "$";

    public Prop Arguments => ArgumentsOf(State);

    /// <summary>The name of the table; null where only the run will tell.</summary>
    public string? Table => Arguments["TableName"].Text;

    /// <summary>Whether it sees the latest write; null where only the run will tell.</summary>
    public bool? IsConsistent => Arguments["ConsistentRead"] is { IsAbsent: false } stated ? stated.IsUnknown ? null : stated.Flag : false;

    /// <summary>Null where the state does something else.</summary>
    public static LeaseRead? Of(string name, Prop state) => state["Resource"].Text is { } resource
        && (resource.EndsWith(":dynamodb:getItem", StringComparison.Ordinal) || resource.EndsWith(":dynamodb:query", StringComparison.Ordinal))
            ? new LeaseRead(name, state)
            : null;

    public static Prop ArgumentsOf(Prop state) => state["Arguments"].IsAbsent ? state["Parameters"] : state["Arguments"];

    /// <summary>Whether a path or an expression names something that this state read.</summary>
    public bool Gives(string variable)
    {
        if (State["Assign"].Members.Any(assigned => IsAtOrBelow(variable, "$" + TrimPath(assigned.Name))))
        {
            return true;
        }

        // In JSONata the output is the result, unless the state makes another one.
        const string Input = "$states.input";
        if (variable.StartsWith(Input, StringComparison.Ordinal))
        {
            return State["Output"].IsAbsent || State["Output"].ToString().Contains("$states.result", StringComparison.Ordinal);
        }

        // A path of null throws the result away.
        var path = State["ResultPath"].Text ?? (State.Members.Any(member => member.Name == "ResultPath") ? null : WholeInput);
        return path is not null && variable.StartsWith(WholeInput, StringComparison.Ordinal)
            && (path == WholeInput ? variable.StartsWith("$.", StringComparison.Ordinal) : IsAtOrBelow(variable, path));
    }

    private static string TrimPath(string name) => name.EndsWith(".$", StringComparison.Ordinal) ? name[..^2] : name;

    private static bool IsAtOrBelow(string variable, string path) => variable == path
        || variable.StartsWith(path + ".", StringComparison.Ordinal) || variable.StartsWith(path + "[", StringComparison.Ordinal);
}
