using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>
/// What a second plan shows although nothing changed, because the emulator forgets or invents it. Anything else that it shows is
/// a defect of ours.
/// </summary>
internal static class EmulatorDefects
{
    private static readonly Dictionary<string, string[]> Forgotten = new(StringComparer.Ordinal)
    {
        // default_instance_warmup is forgotten; the launch template's drift reaches the group, and with it what the service decides.
        ["aws_autoscaling_group"] = ["default_instance_warmup", "launch_template", "capacity_reservation_specification"],

        // A policy comes back disabled, and with an empty predictive configuration.
        ["aws_autoscaling_policy"] = ["enabled", "predictive_scaling_configuration"],

        // Tags of report plans are not stored.
        ["aws_backup_report_plan"] = ["tags", "tags_all"],
        ["aws_lambda_function"] = ["logging_config", "last_modified"],

        // Tag specifications gain one for the template itself.
        ["aws_launch_template"] = ["tag_specifications", "default_version", "latest_version"],
        ["aws_rds_cluster"] = ["scaling_configuration"],
        ["aws_rds_cluster_instance"] = ["performance_insights_enabled", "performance_insights_kms_key_id", "performance_insights_retention_period"],

        // delete_marker_replication and source_selection_criteria are not stored.
        ["aws_s3_bucket_replication_configuration"] = ["rule"],

        // The replica's key is invented.
        ["aws_secretsmanager_secret"] = ["replica"],
        ["aws_vpc_security_group_ingress_rule"] = ["description"],
    };

    public static bool Explains(PlannedChange change) =>
        Forgotten.TryGetValue(change.Type, out var attributes)
        && change.Actions is ["update"]
        && change.Changed.All(attributes.Contains);
}
