namespace DrInfra.Policies.Aws.Fis;

/// <summary>Type tokens of the provider's module <c>aws:fis</c>.</summary>
public static class FisTypes
{
    public const string ExperimentTemplate = "aws:fis/experimentTemplate:ExperimentTemplate";
}
