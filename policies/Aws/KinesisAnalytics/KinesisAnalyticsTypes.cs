namespace DrInfra.Policies.Aws.KinesisAnalytics;

/// <summary>Type tokens of the provider's module <c>aws:kinesisanalyticsv2</c>.</summary>
public static class KinesisAnalyticsTypes
{
    public const string Application = "aws:kinesisanalyticsv2/application:Application";
}
