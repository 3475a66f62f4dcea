namespace DrInfra.Policies.Aws.RedshiftServerless;

/// <summary>Type tokens of the provider's module <c>aws:redshiftserverless</c>.</summary>
public static class RedshiftServerlessTypes
{
    public const string Namespace = "aws:redshiftserverless/namespace:Namespace";
    public const string Workgroup = "aws:redshiftserverless/workgroup:Workgroup";
}
