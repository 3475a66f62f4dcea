using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>
/// The bound on the lag of an Aurora global database: its primary stops committing while every secondary lags by more (fact
/// aurora-gdb-managed-rpo).
/// </summary>
internal static class LagBound
{
    public const string Parameter = "rds.global_db_rpo";

    /// <summary>The least that the service takes, in seconds.</summary>
    public static readonly double Least = FactBook.Least("aurora-gdb-managed-rpo");

    /// <summary>The seconds, by the parameter group of the cluster that is the primary; absent where nothing bounds it.</summary>
    public static (Node Owner, Prop Seconds) Of(Estate estate, Node primary)
    {
        var group = DatabaseEngine.ParameterGroup(estate, primary);
        return group.Target is { } target ? (target, DatabaseEngine.Parameter(target, Parameter))
            : (primary, group.IsUnknown ? primary["dbClusterParameterGroupName"] : Prop.Root(null, Parameter));
    }
}
