namespace DrInfra.Policies.Aws.Iam;

/// <summary>Type tokens of the provider's module <c>aws:iam</c>.</summary>
public static class IamTypes
{
    public const string InstanceProfile = "aws:iam/instanceProfile:InstanceProfile";
    public const string Policy = "aws:iam/policy:Policy";
    public const string PolicyAttachment = "aws:iam/policyAttachment:PolicyAttachment";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
}
