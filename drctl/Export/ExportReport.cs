namespace DrInfra.Drctl.Export;

/// <summary>What an export of one stack holds, and what it does not.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Resources">How many resources were written, by Terraform type.</param>
/// <param name="References">How many values name another resource instead of repeating its output.</param>
/// <param name="Variables">Values that are not in the export, because they are secret or made by another provider.</param>
/// <param name="LeftOut">What the Terraform provider does not know, or Terraform has no word for.</param>
internal sealed record ExportReport(
    string Stack,
    IReadOnlyDictionary<string, int> Resources,
    int References,
    IReadOnlyList<ExportVariable> Variables,
    IReadOnlyList<LeftOut> LeftOut);
