using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Data;

public sealed class MinorUpgradesAreTaken : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag([RdsTypes.Instance], "autoMinorVersionUpgrade", "minor upgrades are off", serviceDefault: true),
        Flag([RedshiftTypes.Cluster], "allowVersionUpgrade", "version upgrades are off", serviceDefault: true),
        Stated([RedshiftTypes.Cluster], "preferredMaintenanceWindow", "it states no maintenance window, so AWS chooses one"),
    ];
}
