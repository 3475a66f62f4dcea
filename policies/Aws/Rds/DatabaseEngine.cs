namespace DrInfra.Policies.Aws.Rds;

/// <summary>What follows from an engine's name and version.</summary>
internal static class DatabaseEngine
{
    public static bool IsPostgres(string? engine) => engine is "postgres" or "aurora-postgresql";

    public static bool IsMySql(string? engine) => engine is "mysql" or "mariadb" or "aurora-mysql" or "aurora";

    /// <summary>The port where the program states none; null for engines that are not judged.</summary>
    public static int? DefaultPort(string? engine) => IsPostgres(engine) ? 5432 : IsMySql(engine) ? 3306 : null;

    /// <summary>The family that a parameter group must have: <c>aurora-postgresql16</c>; null where it cannot be told.</summary>
    public static string? Family(string? engine, string? version)
    {
        if (engine is null || string.IsNullOrEmpty(version))
        {
            return null;
        }

        var parts = version.Split('.');
        return engine switch
        {
            // From PostgreSQL 10 on the first number alone is the major version.
            "postgres" or "aurora-postgresql" => parts[0].Length > 1 || parts.Length == 1 ? engine + parts[0] : $"{engine}{parts[0]}.{parts[1]}",
            "mysql" or "mariadb" or "aurora-mysql" => parts.Length > 1 ? $"{engine}{parts[0]}.{parts[1]}" : null,
            _ => null,
        };
    }

    /// <summary>The same version as far as both say: <c>16</c> agrees with <c>16.8</c>.</summary>
    public static bool SameVersion(string one, string other)
    {
        var first = one.Split('.');
        var second = other.Split('.');
        return first.Zip(second).All(pair => pair.First == pair.Second);
    }

    /// <summary>The parameter group of a cluster or an instance.</summary>
    public static Reference ParameterGroup(Estate estate, Node database) => database.Type == RdsTypes.Cluster
        ? estate.References.Follow(database, "dbClusterParameterGroupName", RdsTypes.ClusterParameterGroup)
        : estate.References.Follow(database, "parameterGroupName", RdsTypes.ParameterGroup);

    /// <summary>A parameter of a group; absent where the group leaves it at its default.</summary>
    public static Prop Parameter(Node group, string name)
    {
        foreach (var parameter in group["parameters"].Items)
        {
            if (parameter["name"].Text == name)
            {
                return parameter["value"];
            }
        }

        return group["parameters"] is { IsUnknown: true } unknown ? unknown : Prop.Root(null, name);
    }
}
