namespace DrInfra.Policies.Aws.LakeFormation;

/// <summary>Type tokens of the provider's module <c>aws:lakeformation</c>.</summary>
public static class LakeFormationTypes
{
    public const string Permissions = "aws:lakeformation/permissions:Permissions";
    public const string Resource = "aws:lakeformation/resource:Resource";
}
