using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabasePortIsOpen : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in context.Estate.OfTypes(RdsTypes.Cluster, RdsTypes.Instance))
        {
            // What the state has besides is the default group of the VPC, which the provider tells.
            var stated = database.Input("vpcSecurityGroupIds");
            var port = database["port"].Number ?? DatabaseEngine.DefaultPort(database["engine"].Text);
            var groups = context.Estate.References.FollowAll(database, stated, Ec2Types.SecurityGroup);
            if (!stated.IsUnknown && groups.Count == 0)
            {
                yield return Finding.Violation(database, "it states no security group, so it has the default group of the VPC", "vpcSecurityGroupIds");
            }
            else if (database["port"].IsUnknown || groups.Any(group => group.Target is null))
            {
                yield return Finding.Unknown(database, database["port"].IsUnknown ? "port" : "vpcSecurityGroupIds");
            }
            else if (port is { } number && !groups.Any(group => SecurityGroupPorts.Admit(context.Estate, group.Target!, number)))
            {
                yield return Finding.Violation(database, $"none of its security groups allows inbound traffic on port {number}", "vpcSecurityGroupIds");
            }
        }
    }
}
