namespace DrInfra.Drctl.Diff;

/// <summary>A resource option that differs, as text.</summary>
public sealed record OptionChange(string Name, string Old, string New);
