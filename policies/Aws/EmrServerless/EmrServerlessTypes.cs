namespace DrInfra.Policies.Aws.EmrServerless;

/// <summary>Type tokens of the provider's module <c>aws:emrserverless</c>.</summary>
public static class EmrServerlessTypes
{
    public const string Application = "aws:emrserverless/application:Application";
}
