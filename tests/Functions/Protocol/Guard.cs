namespace DrInfra.Tests.Functions.Protocol;

/// <summary>What is left out of the protocol, to see that its absence is noticed.</summary>
public enum Guard
{
    None,

    /// <summary>A lease is taken after it stood still for a fifth more than a permission lasts, which is less than clocks differ by.</summary>
    Margin,

    /// <summary>A read while a write is under way refreshes its condition.</summary>
    Condition,

    /// <summary>A permission lasts from the answer.</summary>
    Start,

    /// <summary>A gate counts from the read that shows a renewal, not from the last one that did not.</summary>
    OlderRead,
}
