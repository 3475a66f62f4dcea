namespace DrInfra.Policies.Aws.CloudTrail;

/// <summary>Type tokens of the provider's module <c>aws:cloudtrail</c>.</summary>
public static class CloudTrailTypes
{
    public const string Trail = "aws:cloudtrail/trail:Trail";
}
