using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Recovery.Figures;

/// <summary>Computes every node again from what its parts say.</summary>
internal static class DerivationCheck
{
    public static void Recompute(Derivation derivation)
    {
        foreach (var part in derivation.Parts)
        {
            Recompute(part);
        }

        Assert.Equal(Expected(derivation), derivation.Figure);
    }

    private static Figure Expected(Derivation derivation)
    {
        var parts = derivation.Parts;
        return derivation.Operation switch
        {
            Operation.Leaf => derivation.Figure,
            Operation.Sum => Derivation.Sum("again", parts).Figure,
            Operation.Max => Derivation.Max("again", parts).Figure,
            Operation.Min => Derivation.Min("again", parts).Figure,
            Operation.Times => Derivation.Times("again", parts[0], parts[1]).Figure,
            Operation.Over => Derivation.Over("again", parts[0], parts[1]).Figure,
            Operation.Bounded => Derivation.Bounded("again", parts[0], parts[1]).Figure,
            _ => throw new ArgumentOutOfRangeException(nameof(derivation), derivation.Operation, "not an operation"),
        };
    }
}
