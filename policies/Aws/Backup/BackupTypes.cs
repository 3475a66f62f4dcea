namespace DrInfra.Policies.Aws.Backup;

/// <summary>Type tokens of the provider's module <c>aws:backup</c>.</summary>
public static class BackupTypes
{
    public const string GlobalSettings = "aws:backup/globalSettings:GlobalSettings";
    public const string LogicallyAirGappedVault = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";
    public const string Plan = "aws:backup/plan:Plan";
    public const string RegionSettings = "aws:backup/regionSettings:RegionSettings";
    public const string ReportPlan = "aws:backup/reportPlan:ReportPlan";
    public const string RestoreTestingPlan = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
    public const string RestoreTestingSelection = "aws:backup/restoreTestingSelection:RestoreTestingSelection";
    public const string Selection = "aws:backup/selection:Selection";
    public const string Vault = "aws:backup/vault:Vault";
    public const string VaultLockConfiguration = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
    public const string VaultNotifications = "aws:backup/vaultNotifications:VaultNotifications";
    public const string VaultPolicy = "aws:backup/vaultPolicy:VaultPolicy";
}
