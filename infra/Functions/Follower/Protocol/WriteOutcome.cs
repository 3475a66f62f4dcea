namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>What is known of a write.</summary>
internal enum WriteOutcome
{
    /// <summary>The table has it.</summary>
    CarriedOut,

    /// <summary>The table had another version.</summary>
    Refused,

    /// <summary>Nothing is known: it may be carried out, now or later.</summary>
    Unanswered,
}
