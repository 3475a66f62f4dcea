using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>What a role may do: its own policies and those that are attached to it.</summary>
internal static class RolePolicies
{
    public static IReadOnlyList<AccessPolicy> Of(Estate estate, Node role)
    {
        var own = estate.UsersOf(role, IamTypes.RolePolicy, "role").Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        var inline = role.Input("inlinePolicies").Items.Select(policy => AccessPolicy.Read(role, policy["policy"]));
        var attachments = estate.UsersOf(role, IamTypes.RolePolicyAttachment, "role")
            .Concat(estate.UsersOf(role, IamTypes.PolicyAttachment, "roles"))
            .Select(attachment => Attached(attachment, estate.References.Follow(attachment, "policyArn", IamTypes.Policy)));
        var managed = estate.References.FollowAll(role, role.Input("managedPolicyArns"), IamTypes.Policy).Select(reference => Attached(role, reference));
        return [.. own, .. inline, .. attachments, .. managed];
    }

    // What a policy outside the graph grants, such as one of the service's own, cannot be told.
    private static AccessPolicy Attached(Node from, Reference policy) =>
        policy.Target is { } found ? AccessPolicy.Read(found, found["policy"]) : AccessPolicy.Unknown(from, policy.Path);
}
