namespace DrInfra.Policies.Aws.Eks;

/// <summary>Backups of whole clusters by AWS Backup: their objects, and the volumes of their claims.</summary>
internal static class ClusterBackups
{
    /// <summary>
    /// AWS Backup reads a cluster through an access entry that it makes (Amazon EKS guide, "Back up your EKS clusters with AWS Backup").
    /// </summary>
    public static Reason? Refused(Node cluster)
    {
        var view = new EksCluster(cluster);
        return view.TakesAccessEntries switch
        {
            null => Reason.Unknown(cluster, view.AuthenticationMode.Path),
            true => null,
            false => new Reason(
                $"AWS Backup cannot read {cluster.Name}: accessConfig.authenticationMode is {view.Mode}", cluster, view.AuthenticationMode.Path),
        };
    }
}
