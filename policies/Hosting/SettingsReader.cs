using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Hosting;

/// <summary>Reads a recovery.yaml.</summary>
internal delegate RecoverySettings SettingsReader(string path);
