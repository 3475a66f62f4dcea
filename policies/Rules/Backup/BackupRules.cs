using DrInfra.Policies.Rules.Backup.Access;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>The pack's rules on backups, restores and what performs them, in the order of reports.</summary>
internal static class BackupRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new StoreIsInABackupPlan(),
        new StoreHasBackupGenerations(),
        new BackupPlanHasASelection(),
        new BackupSelectionTakesAStore(),
        new BackedUpServicesAreOptedIn(),
        new BackupScheduleRunsForEver(),
        new BackupStartWindowIsShort(),
        new BackupCompletionWindowFitsStart(),
        new BackupRetentionKeepsGenerations(),
        new BackupGenerationsAreAllCopied(),
        new ContinuousBackupStandsAlone(),
        new ColdStorageKeepsNinetyDays(),
        new BackupRuleWritesToAVaultOfItsRegion(),
        new BackupIsCopiedToAnotherRegion(),
        new BackupCopyGoesToAKnownVault(),
        new BackupReachesTheOtherAccount(),
        new BackupCopyOutlivesItsSource(),
        new BackupRetentionFitsItsVault(),
        new RegionsAreBackedUpAlike(),
        new BackupVaultIsUnderACustomerKey(),
        new BackupVaultKeepsItsRecoveryPoints(),
        new BackupVaultLetsBackupsIn(),
        new BackupVaultLockIsSound(),
        new AirGappedVaultIsReachable(),
        new AirGappedVaultTakesBackups(),
        new AirGappedVaultHasAKeyBeyondTheAccount(),
        new BackupFailuresAreTold(),
        new VaultNotificationsReachATopic(),
        new RestoreTestsRunRegularly(),
        new RestoreTestSelectionIsUsable(),
        new RestoreTestFindsRecoveryPoints(),
        new RestoreTestGoesToItsRegion(),
        new BackedUpStoreIsRestoreTested(),
        new BackupJobsAreReported(),
        new BackupReportIsDelivered(),
        new RoleIsAssumedByItsService(),
        new RoleHasReadablePolicies(),
        new RoleIsNotAdministrator(),
        new BackupRoleCanBackUpAndCopy(),
        new RestoreTestRoleCanRestore(),
        new ReplicationRoleCanReplicate(),
        new RegionSwitchRoleCanRunItsPlan(),
        new FunctionRoleCanUseWhatItNames(),
        new CanaryRoleCanProbe(),
        new FlowLogRoleCanDeliver(),
        new ApproverHasASecondFactor(),
        new ServersUseWhatIsInTheirRegion(),
        new RolesOfBothRegionsGrantTheSame(),
    ];
}
