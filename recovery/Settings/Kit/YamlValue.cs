namespace DrInfra.Recovery.Settings.Kit;

/// <summary>A value of a YAML text.</summary>
/// <param name="Where">Where it begins; without a key.</param>
public abstract record YamlValue(Place Where)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Shown { get; }
}
