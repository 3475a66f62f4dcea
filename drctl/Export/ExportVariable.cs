namespace DrInfra.Drctl.Export;

/// <summary>A value which whoever applies the configuration has to give. Always sensitive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
internal sealed record ExportVariable(string Name, string Description)
{
    /// <summary>Lets a plan be made; shown to be nothing else by its text.</summary>
    public string Placeholder => $"placeholder-for-{Name.Replace('_', '-')}";
}
