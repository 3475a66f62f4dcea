namespace DrInfra.Policies.Assessment;

/// <summary>A type of resource whose loss is a loss of data.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Kind">What it is, for messages: <c>table</c>, <c>bucket</c>, <c>encryption key</c>.</param>
/// <param name="Part">What it has to do with the data.</param>
public sealed record StatefulType(string Type, string Kind, StatefulPart Part);

/// <summary>What a resource has to do with data.</summary>
public enum StatefulPart
{
    /// <summary>The data is in it, and goes when it goes.</summary>
    Data,

    /// <summary>Data cannot be read without it: keys, passwords.</summary>
    Key,

    /// <summary>Backups are in it.</summary>
    Backup,

    /// <summary>It keeps or makes other copies: replication, versions, the share of a vault.</summary>
    Link,
}
