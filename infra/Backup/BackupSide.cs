using DrInfra.Infra.Conventions;
using Pulumi;

namespace DrInfra.Infra.Backup;

/// <summary>What backups need of one of the two Regions.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Zones">Its three Availability Zones, for what is restored there.</param>
/// <param name="VaultKeyArn">The key of its vault, of the same Region.</param>
/// <param name="TopicArn">Who hears of failed copies; null where the Region's topic belongs to the other stack, and alarms do it.</param>
public sealed record BackupSide(RegionContext Region, IReadOnlyList<string> Zones, Output<string> VaultKeyArn, Output<string>? TopicArn);
