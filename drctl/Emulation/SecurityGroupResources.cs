using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Drctl.Emulation;

internal static class SecurityGroupResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Ec2Types.SecurityGroup, CreateSecurityGroup),
        new(Ec2Types.DefaultSecurityGroup, AdoptDefaultSecurityGroup),
        new(VpcTypes.SecurityGroupIngressRule, CreateRule),
        new(VpcTypes.SecurityGroupEgressRule, CreateRule),
    ];

    private static EmulatedResource CreateSecurityGroup(EmulationRequest request)
    {
        var id = request.Ec2Id("sg");
        return NetworkResources.Owned(request, $"security-group/{id}")
            .Set("name", request.PhysicalName())
            .Default("description", "Managed by Pulumi")
            .EmptyLists("ingress", "egress")
            .Off("revokeRulesOnDelete")
            .WithId(id);
    }

    /// <summary>The group exists with its VPC and is taken over, not created: it keeps the id the VPC answered.</summary>
    private static EmulatedResource AdoptDefaultSecurityGroup(EmulationRequest request)
    {
        var vpc = request.Find(Ec2Types.Vpc, request.Text("vpcId"));
        var id = vpc?.Outputs.GetValueOrDefault("defaultSecurityGroupId") as string ?? request.Ec2Id("sg");
        return NetworkResources.Owned(request, $"security-group/{id}")
            .Set("name", "default")
            .Set("description", "default VPC security group")
            .EmptyTexts("namePrefix")
            .EmptyLists("ingress", "egress")
            .Off("revokeRulesOnDelete")
            .WithId(id);
    }

    private static EmulatedResource CreateRule(EmulationRequest request)
    {
        var id = request.Ec2Id("sgr");
        return EmulatedOutputs.InRegion(request)
            .Set("securityGroupRuleId", id)
            .Set("arn", request.Arn("ec2", $"security-group-rule/{id}"))
            .Tagged()
            .WithId(id);
    }
}
