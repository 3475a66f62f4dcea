namespace DrInfra.Drctl.Diff;

/// <summary>What an update would do to a resource, from least to most.</summary>
public enum Operation
{
    /// <summary>Every change lies under <c>ignoreChanges</c>: nothing happens.</summary>
    Ignored,

    Create,

    /// <summary>The resource stays what it is.</summary>
    Update,

    /// <summary>A property is not known to change in place: the provider may make a new resource.</summary>
    MayReplace,

    /// <summary>A new resource is made, and the old one deleted: the engine says so, or plans of the provider do.</summary>
    Replace,

    Delete,
}

/// <summary>How reports spell an operation.</summary>
public static class OperationNames
{
    public static string Text(this Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Update => "update",
        Operation.MayReplace => "may replace",
        Operation.Replace => "replace",
        Operation.Delete => "delete",
        _ => "nothing",
    };
}
