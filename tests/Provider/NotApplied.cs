namespace DrInfra.Tests.Provider;

/// <summary>What is validated and planned, and cannot be applied: the emulator has no such call.</summary>
internal static class NotApplied
{
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws_backup_logically_air_gapped_vault"] = "no CreateLogicallyAirGappedBackupVault",
        ["aws_backup_region_settings"] = "no UpdateRegionSettings",
        ["aws_backup_restore_testing_plan"] = "no CreateRestoreTestingPlan",
        ["aws_backup_restore_testing_selection"] = "no CreateRestoreTestingSelection",
        ["aws_backup_selection"] = "no CreateBackupSelection",
        ["aws_backup_vault_notifications"] = "no PutBackupVaultNotifications",
        ["aws_backup_vault_policy"] = "no PutBackupVaultAccessPolicy",
        ["aws_cloudwatch_composite_alarm"] = "no PutCompositeAlarm",
        ["aws_datasync_location_object_storage"] = "no CreateLocationObjectStorage",
        ["aws_datasync_location_s3"] = "created, but no ListTagsForResource to read it back",
        ["aws_datasync_task"] = "its destination cannot be made",
        ["aws_ec2_capacity_reservation"] = "no CreateCapacityReservation",
        ["aws_eks_access_entry"] = "no CreateAccessEntry",
        ["aws_eks_access_policy_association"] = "no AssociateAccessPolicy",
        ["aws_eks_addon"] = "no CreateAddon",
        ["aws_eks_pod_identity_association"] = "no CreatePodIdentityAssociation",
        ["aws_keyspaces_keyspace"] = "no service Keyspaces",
        ["aws_keyspaces_table"] = "no service Keyspaces",
        ["aws_appautoscaling_target"] = "it grows the volumes of a cluster that is not applied",
        ["aws_appautoscaling_policy"] = "its target is not applied",
        ["aws_msk_cluster"] = "no configuration to refer to",
        ["aws_msk_cluster_policy"] = "its cluster is not applied",
        ["aws_msk_configuration"] = "no CreateConfiguration",
        ["aws_msk_replicator"] = "no CreateReplicator",
        ["aws_ram_principal_association"] = "its share cannot be read back",
        ["aws_ram_resource_association"] = "its share cannot be read back",
        ["aws_ram_resource_share"] = "created, but no ListResourceSharePermissions to read it back",
        ["aws_s3_access_point"] = "the account is a part of the host, which an address has not",
        ["aws_sqs_queue_redrive_allow_policy"] = "created, but it comes back as an object, and the provider waits for its text",
        ["aws_synthetics_canary"] = "created, but its times come back as texts, which the provider refuses",
    };
}
