using System.Text.RegularExpressions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads versions, and refuses numbers: 16.10 without quotes would become 16.1.</summary>
internal static class VersionReader
{
    public static VersionSettings Read(SettingsMap root)
    {
        if (root.Map("versions", "auroraPostgresql, canaryRuntime, emr, flink, flinkOperator, kafka, kubernetes, spark, sparkOperator") is not { } node)
        {
            return VersionSettings.Default;
        }

        var versions = new VersionSettings(
            Database(node, "auroraPostgresql", VersionSettings.Default.AuroraPostgresql),
            node.Text(
                "canaryRuntime",
                SettingsPatterns.CanaryRuntime,
                "a Synthetics runtime for Node.js without a browser, for example syn-nodejs-5.2",
                VersionSettings.Default.CanaryRuntime),
            Quoted(node, "kubernetes", SettingsPatterns.KubernetesVersion, "a version of EKS in quotes, for example \"1.35\"",
                VersionSettings.Default.Kubernetes),
            node.Text(
                "kafka", SettingsPatterns.KafkaVersion, "a version of Amazon MSK without ZooKeeper, for example 3.9.x.kraft", VersionSettings.Default.Kafka))
        {
            Flink = Quoted(node, "flink", SettingsPatterns.FlinkVersion, "major and minor version of Flink in quotes, from \"1.15\"",
                VersionSettings.Default.Flink),
            Spark = node.Text("spark", SettingsPatterns.Version, "a version of Spark, for example 3.5.6", VersionSettings.Default.Spark),
            Emr = node.Text("emr", SettingsPatterns.EmrRelease, "a release of Amazon EMR, for example emr-7.13.0", VersionSettings.Default.Emr),
            FlinkOperator = node.Text(
                "flinkOperator", SettingsPatterns.Version, "a version of the chart flink-kubernetes-operator, from 1.10.0",
                VersionSettings.Default.FlinkOperator),
            SparkOperator = node.Text(
                "sparkOperator", SettingsPatterns.Version, "a version of the chart spark-operator, from 2.2.0", VersionSettings.Default.SparkOperator),
        };
        node.RefuseUnknownKeys();
        return versions;
    }

    /// <summary>The version of Aurora PostgreSQL at a key.</summary>
    public static string Database(SettingsMap node, string key, string fallback) => Quoted(
        node, key, SettingsPatterns.DatabaseVersion, "major and minor version of Aurora PostgreSQL in quotes, for example \"16.8\"", fallback);

    private static string Quoted(SettingsMap node, string key, Regex form, string allowed, string fallback)
    {
        if (node.Find(key)?.Value is not YamlText { Number: not null })
        {
            return node.Text(key, form, allowed, fallback);
        }

        node.Problem(key, "a number without quotes, in which 16.10 and 16.1 are the same", allowed);
        return fallback;
    }
}
