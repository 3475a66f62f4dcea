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
        ["aws_autoscaling_group"] =
        [
            "default_instance_warmup", "launch_template.version", "capacity_reservation_specification.capacity_reservation_preference",
        ],

        // A policy comes back disabled, and with an empty predictive configuration.
        ["aws_autoscaling_policy"] = ["enabled", "predictive_scaling_configuration"],

        // Tags of report plans are not stored.
        ["aws_backup_report_plan"] = ["tags", "tags_all"],

        // The form of the logs is forgotten.
        ["aws_lambda_function"] = ["logging_config", "last_modified"],

        // Tag specifications gain one for the template itself.
        ["aws_launch_template"] = ["tag_specifications", "default_version", "latest_version"],

        // A serverless configuration of version 1 is invented.
        ["aws_rds_cluster"] = ["scaling_configuration"],

        // Performance insights are not stored.
        ["aws_rds_cluster_instance"] = ["performance_insights_enabled", "performance_insights_kms_key_id", "performance_insights_retention_period"],

        // Of a rule, these two blocks are not stored.
        ["aws_s3_bucket_replication_configuration"] = ["rule.delete_marker_replication", "rule.source_selection_criteria"],

        // A replica has no key, and a state and times of its own.
        ["aws_secretsmanager_secret"] = ["replica.kms_key_id", "replica.last_accessed_date", "replica.status", "replica.status_message"],

        // The document comes back with other white space.
        ["aws_sqs_queue"] = ["redrive_policy"],

        // Not stored where the other end is another group.
        ["aws_vpc_security_group_egress_rule"] = ["description"],
        ["aws_vpc_security_group_ingress_rule"] = ["description"],
    };

    /// <summary>Whether all that an update changes is, or is inside of, what the emulator forgets of the type.</summary>
    public static bool Explains(PlannedChange change) => change.Actions is ["update"] && change.Changed.All(path => Forgets(change.Type, path));

    public static bool Forgets(string type, string path) => Forgotten.TryGetValue(type, out var attributes)
        && attributes.Any(forgotten => path == forgotten || path.StartsWith($"{forgotten}.", StringComparison.Ordinal));
}
