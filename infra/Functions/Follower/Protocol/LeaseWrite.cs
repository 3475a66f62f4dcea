namespace DrInfra.Infra.Functions.Follower.Protocol;

/// <summary>A write under way. Its condition is the version that it was decided on, and stays that whatever is read meanwhile.</summary>
/// <param name="On">The version that the table must have; null: no lease.</param>
/// <param name="To">The version that the table has then.</param>
/// <param name="Began">The instant of the decision: a permission counts from here.</param>
/// <param name="Limit">After how long it is given up. If it is carried out later, it is on the same condition still, which makes it harmless.</param>
internal sealed record LeaseWrite(Lease? On, Lease To, TimeSpan Began, TimeSpan Limit);
