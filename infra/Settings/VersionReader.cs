using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads versions, and refuses numbers: 16.10 without quotes would become 16.1.</summary>
internal static class VersionReader
{
    public static VersionSettings Read(SettingsMap root)
    {
        if (root.Map("versions", "auroraPostgresql, canaryRuntime") is not { } node)
        {
            return VersionSettings.Default;
        }

        var versions = new VersionSettings(
            Database(node, "auroraPostgresql", VersionSettings.Default.AuroraPostgresql),
            node.Text(
                "canaryRuntime",
                SettingsPatterns.CanaryRuntime,
                "a Synthetics runtime for Node.js without a browser, for example syn-nodejs-5.2",
                VersionSettings.Default.CanaryRuntime));
        node.RefuseUnknownKeys();
        return versions;
    }

    /// <summary>The version of Aurora PostgreSQL at a key.</summary>
    public static string Database(SettingsMap node, string key, string fallback)
    {
        const string Allowed = "major and minor version of Aurora PostgreSQL in quotes, for example \"16.8\"";
        if (node.Find(key)?.Value is not YamlText { Number: not null })
        {
            return node.Text(key, SettingsPatterns.DatabaseVersion, Allowed, fallback);
        }

        node.Problem(key, "a number without quotes, in which 16.10 and 16.1 are the same", Allowed);
        return fallback;
    }
}
