namespace DrInfra.Policies.Aws.Efs;

/// <summary>The backups that EFS has AWS Backup make each day, in the Region of the file system.</summary>
internal static class AutomaticFileBackups
{
    /// <summary>Whether they are made; null where it is not known. On where nothing is stated of a file system of One Zone storage.</summary>
    public static bool? AreMade(Estate estate, Node files)
    {
        Prop[] states = [.. States(estate, files)];
        return states.Length == 0 ? !OneZoneStorage.ZoneOf(files).IsAbsent
            : Array.Exists(states, state => state.Text is "ENABLED" or "ENABLING") ? true
            : Array.Exists(states, state => state.IsUnknown) ? null
            : false;
    }

    /// <summary>What states it, while it is not known.</summary>
    public static Prop State(Estate estate, Node files) => States(estate, files).FirstOrDefault(state => state.IsUnknown);

    private static IEnumerable<Prop> States(Estate estate, Node files) =>
        estate.UsersOf(files, EfsTypes.BackupPolicy, "fileSystemId").Select(policy => policy["backupPolicy"]["status"]);
}
