namespace DrInfra.Infra.Backup;

/// <summary>One rule of a backup plan: how often, and how long each backup and each copy of it is kept.</summary>
/// <param name="Name">Also the rule's name.</param>
/// <param name="Schedule">A cron expression in UTC.</param>
/// <param name="KeptDays">Days from the start of the backup, the same for its copies.</param>
public sealed record BackupGeneration(string Name, string Schedule, int KeptDays);
