namespace DrInfra.Recovery.Protocol;

/// <summary>Does a step in a state, if it can be done there.</summary>
/// <param name="state">The state, which becomes the next one.</param>
/// <param name="violated">What the step violates.</param>
/// <returns>Whether it could be done.</returns>
public delegate bool Move(ref ulong state, out Invariant violated);

/// <summary>A step of a <see cref="Machine"/>.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Region">The Region that it is about: 0 or 1.</param>
/// <param name="Move">Does it.</param>
public sealed record Act(ActKind Kind, int Region, Move Move)
{
    /// <summary>Whether it is a fault, or a whim of people: something that need not happen, so that nothing may depend on it.</summary>
    public bool IsFault => Kind <= ActKind.OrdersWithoutNeed;
}
