using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Drctl.Emulation;

/// <summary>IAM knows no Region: the same role name is the same role, whichever provider declares it.</summary>
internal static class IamResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(IamTypes.Role, CreateRole, IdentityScope.Account),
        new(IamTypes.RolePolicy, CreateRolePolicy, IdentityScope.Account),
        new(IamTypes.RolePolicyAttachment, CreateRolePolicyAttachment, IdentityScope.Account),
        new(IamTypes.InstanceProfile, CreateInstanceProfile, IdentityScope.Account),
    ];

    private static EmulatedResource CreateRole(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var path = request.Text("path") ?? "/";
        return EmulatedOutputs.Of(request)
            .Set("name", name)
            .Set("path", path)
            .Set("arn", request.GlobalArn("iam", $"role{path}{name}"))
            .Set("uniqueId", "AROA" + request.Upper(17))
            // An invented cloud has no clock.
            .Set("createDate", "2000-01-01T00:00:00Z")
            .Default("maxSessionDuration", 3600)
            .Off("forceDetachPolicies")
            .EmptyLists("managedPolicyArns", "inlinePolicies")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateRolePolicy(EmulationRequest request)
    {
        var name = request.PhysicalName();
        return EmulatedOutputs.Of(request)
            .Set("name", name)
            .WithId(request.Text("role") is { } role ? $"{role}:{name}" : null);
    }

    // The provider's id is the role with a number of its own; a role has a policy attached once, so that a second time has the same id.
    private static EmulatedResource CreateRolePolicyAttachment(EmulationRequest request) => EmulatedOutputs.Of(request)
        .WithId(request.Text("role") is { } role && request.Text("policyArn") is { } policy
            ? $"{role}-{StableIds.Hex(26, request.AccountId, request.Type, role, policy)}"
            : null);

    private static EmulatedResource CreateInstanceProfile(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var path = request.Text("path") ?? "/";
        return EmulatedOutputs.Of(request)
            .Set("name", name)
            .Set("path", path)
            .Set("arn", request.GlobalArn("iam", $"instance-profile{path}{name}"))
            .Set("uniqueId", "AIPA" + request.Upper(17))
            // An invented cloud has no clock.
            .Set("createDate", "2000-01-01T00:00:00Z")
            .Tagged()
            .WithId(name);
    }
}
