using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The base of all argument classes.</summary>
public abstract class InputArgs
{
    protected InputArgs()
    {
    }

    /// <summary>The members that have a value, by wire name.</summary>
    /// <exception cref="ArgumentNullException">A required member has none.</exception>
    internal virtual IEnumerable<KeyValuePair<string, object?>> GetMembers() => InputPlan.For(GetType()).Read(this);
}
