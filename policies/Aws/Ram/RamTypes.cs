namespace DrInfra.Policies.Aws.Ram;

/// <summary>Type tokens of the provider's module <c>aws:ram</c>.</summary>
public static class RamTypes
{
    public const string PrincipalAssociation = "aws:ram/principalAssociation:PrincipalAssociation";
    public const string ResourceAssociation = "aws:ram/resourceAssociation:ResourceAssociation";
    public const string ResourceShare = "aws:ram/resourceShare:ResourceShare";
}
