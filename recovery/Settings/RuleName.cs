namespace DrInfra.Recovery.Settings;

/// <summary>A name that recovery.yaml may use under <c>rules</c> or in a waiver. What it stands for is declared elsewhere.</summary>
/// <param name="Id">The id of a rule, a former id, the id of an operation, or of a check of the policy pack itself.</param>
public sealed record RuleName(string Id)
{
    /// <summary>Whether it may stand under <c>rules</c>.</summary>
    public bool HasLevel { get; init; }

    /// <summary>Whether a waiver may name it.</summary>
    public bool IsWaivable { get; init; }

    /// <summary>Whether a rule had this id once: it is accepted and never suggested where a present one is as near.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Its parameters by name, each a number with its smallest and largest value.</summary>
    public IReadOnlyDictionary<string, (double Minimum, double Maximum)> Parameters { get; init; } = new Dictionary<string, (double, double)>();
}
