namespace DrInfra.Policies.Aws.Eks;

/// <summary>Backups of whole clusters by AWS Backup: their objects, and the volumes of their claims.</summary>
internal static class ClusterBackups
{
    /// <summary>
    /// AWS Backup reads a cluster through an access entry that it makes (Amazon EKS guide, "Back up your EKS clusters with AWS Backup"). The
    /// service's own default is CONFIG_MAP.
    /// </summary>
    public static Reason? Refused(Node cluster) => cluster["accessConfig"]["authenticationMode"] switch
    {
        { IsUnknown: true } unknown => Reason.Unknown(cluster, unknown.Path),
        { Text: "API" or "API_AND_CONFIG_MAP" } => null,
        var mode => new Reason(
            $"AWS Backup cannot read {cluster.Name}: accessConfig.authenticationMode is {mode.Text ?? "CONFIG_MAP"}", cluster,
            "accessConfig.authenticationMode"),
    };
}
