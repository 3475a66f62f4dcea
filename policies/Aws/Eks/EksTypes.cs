namespace DrInfra.Policies.Aws.Eks;

/// <summary>Type tokens of the provider's module <c>aws:eks</c>.</summary>
public static class EksTypes
{
    public const string AccessEntry = "aws:eks/accessEntry:AccessEntry";
    public const string AccessPolicyAssociation = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    public const string Addon = "aws:eks/addon:Addon";
    public const string Cluster = "aws:eks/cluster:Cluster";
    public const string FargateProfile = "aws:eks/fargateProfile:FargateProfile";
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string PodIdentityAssociation = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
}
