using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabasePortIsOpen : StackRule
{
    protected override RuleDescriptor About => new(
        "A security group of the database lets clients in on its port.",
        Why: "A standby that nobody can connect to passes every replication check, and is found out when it has been promoted.",
        Fix: "Name a security group in vpcSecurityGroupIds that has an ingress rule for the port.",
        Severity.Medium, "F1 F4");

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
                yield return Finding.Violation(database, "it states no security group and takes the default one of the VPC", "vpcSecurityGroupIds");
            }
            else if (database["port"].IsUnknown || groups.Any(group => group.Target is null))
            {
                yield return Finding.Unknown(database, database["port"].IsUnknown ? "port" : "vpcSecurityGroupIds");
            }
            else if (port is { } number && !groups.Any(group => SecurityGroupPorts.Admit(context.Estate, group.Target!, number)))
            {
                yield return Finding.Violation(database, $"none of its security groups lets anyone in on port {number}", "vpcSecurityGroupIds");
            }
        }
    }
}
