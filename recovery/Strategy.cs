namespace DrInfra.Recovery;

/// <summary>How much of the standby runs before it is needed: the field's four names, cheapest first.</summary>
public enum Strategy
{
    /// <summary>No servers stand by; they are built, and data is restored from copies, after the event. Class: hours.</summary>
    BackupRestore,

    /// <summary>Data is replicated to servers of the smallest size; the rest is started after the event. Class: tens of minutes.</summary>
    PilotLight,

    /// <summary>A smaller, working copy runs all the time and is scaled up. Class: minutes.</summary>
    WarmStandby,

    /// <summary>Both Regions run at full size and serve. Class: near real time.</summary>
    ActiveActive,
}
