using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Aws.Vpc;

/// <summary>What the rules of a security group let in: its own, and those declared beside it.</summary>
internal static class SecurityGroupPorts
{
    /// <summary>Whether anyone may connect to a port. A rule with an unknown port counts as one that does.</summary>
    public static bool Admit(Estate estate, Node group, double port) =>
        group["ingress"].IsUnknown
        || group["ingress"].Items.Any(rule => Covers(rule["protocol"], rule["fromPort"], rule["toPort"], port))
        || estate.UsersOf(group, VpcTypes.SecurityGroupIngressRule, "securityGroupId")
            .Any(rule => Covers(rule["ipProtocol"], rule["fromPort"], rule["toPort"], port))
        || estate.UsersOf(group, Ec2Types.SecurityGroupRule, "securityGroupId")
            .Any(rule => rule["type"].Text == "ingress" && Covers(rule["protocol"], rule["fromPort"], rule["toPort"], port));

    private static bool Covers(Prop protocol, Prop from, Prop to, double port) =>
        protocol.Text is "-1" or "all" || (protocol.Text is "tcp" or "6" or null && !(from.Number > port) && !(to.Number < port));
}
