namespace DrInfra.Policies.Aws.Dlm;

/// <summary>Type tokens of the provider's module <c>aws:dlm</c>.</summary>
public static class DlmTypes
{
    public const string LifecyclePolicy = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
}
