namespace DrInfra.Recovery.Facts;

/// <summary>What a source says its figure is; it decides what the figure may bound.</summary>
public enum FactKind
{
    /// <summary>A service level agreement: bounds the worst, for the share of cases that it covers.</summary>
    Sla,

    /// <summary>The service allows no more, or no less: bounds the worst.</summary>
    Limit,

    /// <summary>Documented as the longest: bounds the worst.</summary>
    DocumentedMax,

    /// <summary>Documented as usual: bounds nothing.</summary>
    DocumentedTypical,

    /// <summary>What holds where nothing is set: bounds nothing.</summary>
    DefaultSetting,

    /// <summary>What a property may be: the bound is what is declared, not this.</summary>
    AllowedValues,

    /// <summary>Derived or supposed by somebody: bounds nothing.</summary>
    Assumption,
}

/// <summary>How the data spells a kind.</summary>
public static class FactKindNames
{
    /// <summary>Every kind, the strongest first.</summary>
    public static IReadOnlyList<FactKind> All { get; } = Enum.GetValues<FactKind>();

    /// <summary>The name in lower case, as in <c>documented-max</c>.</summary>
    public static string Text(this FactKind kind) => kind switch
    {
        FactKind.Sla => "sla",
        FactKind.Limit => "limit",
        FactKind.DocumentedMax => "documented-max",
        FactKind.DocumentedTypical => "documented-typical",
        FactKind.DefaultSetting => "default-setting",
        FactKind.AllowedValues => "allowed-values",
        FactKind.Assumption => "assumption",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of fact"),
    };
}
