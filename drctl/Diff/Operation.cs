namespace DrInfra.Drctl.Diff;

/// <summary>What an update would do to a resource, from least to most.</summary>
public enum Operation
{
    /// <summary>Every change lies under <c>ignoreChanges</c>: nothing happens.</summary>
    Ignored,

    Create,

    /// <summary>The resource stays what it is.</summary>
    Update,

    /// <summary>A property is not on the reviewed list of those that change in place: the provider may make a new resource.</summary>
    MayReplace,

    /// <summary>The engine says that it makes a new resource, and deletes the old one.</summary>
    Replace,

    Delete,
}
