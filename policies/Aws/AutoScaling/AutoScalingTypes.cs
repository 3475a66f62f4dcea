namespace DrInfra.Policies.Aws.AutoScaling;

/// <summary>Type tokens of the provider's module <c>aws:autoscaling</c>.</summary>
public static class AutoScalingTypes
{
    public const string Attachment = "aws:autoscaling/attachment:Attachment";
    public const string Group = "aws:autoscaling/group:Group";
    public const string LifecycleHook = "aws:autoscaling/lifecycleHook:LifecycleHook";
    public const string Policy = "aws:autoscaling/policy:Policy";
    public const string Schedule = "aws:autoscaling/schedule:Schedule";
}
