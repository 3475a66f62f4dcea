namespace DrInfra.Infra.Settings;

/// <summary>Whether the plans of tiers in which a trigger decides have their triggers.</summary>
public enum AutomaticFailover
{
    /// <summary>Everything watches, and people decide.</summary>
    Observe,

    /// <summary>Triggers start the plans.</summary>
    Armed,
}
