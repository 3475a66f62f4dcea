using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>What a database uses that exists per Region: subnet group, security groups, parameter group. Those of another Region are refused.</summary>
internal static class DatabasePlacement
{
    /// <summary>The groups of another Region.</summary>
    public static IEnumerable<Reason> Faults(Estate estate, Node database) => SubnetGroup(estate, database) is { } reason
        ? Others(estate, database).Prepend(reason)
        : Others(estate, database);

    /// <summary>The subnet group, where it is of another Region.</summary>
    public static Reason? SubnetGroup(Estate estate, Node database)
    {
        var (property, type) = database.Type == RdsTypes.Instance
            ? ("dbSubnetGroupName", RdsTypes.SubnetGroup)
            : (ClusterFamily.Of(database).SubnetGroupProperty, ClusterFamily.Of(database).SubnetGroup);
        var reference = estate.References.Follow(database, database.Input(property), type);
        return Elsewhere(database, reference) is { } region
            ? new Reason($"its subnet group is in {region}, it is in {database.Region}", database, property)
            : null;
    }

    /// <summary>Security groups and parameter group, as far as they are of another Region.</summary>
    public static IEnumerable<Reason> Others(Estate estate, Node database)
    {
        foreach (var group in estate.References.FollowAll(database, database.Input("vpcSecurityGroupIds"), Ec2Types.SecurityGroup))
        {
            if (Elsewhere(database, group) is { } region)
            {
                yield return new Reason($"its security group {group.Target!.Name} is in {region}, it is in {database.Region}", database, group.Path);
            }
        }

        if (database.Type is RdsTypes.Cluster or RdsTypes.Instance
            && DatabaseEngine.ParameterGroup(estate, database) is { Target: { } parameters } reference && Elsewhere(database, reference) is { } other)
        {
            yield return new Reason($"its parameter group {parameters.Name} is in {other}, it is in {database.Region}", database, reference.Path);
        }
    }

    private static string? Elsewhere(Node database, Reference reference) =>
        reference.Target?.Region is { } region && database.Region is { } own && region != own ? region : null;
}
