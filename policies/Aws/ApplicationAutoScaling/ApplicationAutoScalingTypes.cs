namespace DrInfra.Policies.Aws.ApplicationAutoScaling;

/// <summary>Type tokens of the provider's module <c>aws:appautoscaling</c>.</summary>
public static class ApplicationAutoScalingTypes
{
    public const string Policy = "aws:appautoscaling/policy:Policy";
    public const string Target = "aws:appautoscaling/target:Target";
}
