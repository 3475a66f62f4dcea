using System.Collections.Immutable;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Drctl.Emulation;

internal static class RdsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(RdsTypes.GlobalCluster, CreateGlobalCluster, IdentityScope.Account),
        new(RdsTypes.Cluster, CreateCluster),
        new(RdsTypes.ClusterInstance, CreateClusterInstance),
        new(RdsTypes.ClusterParameterGroup, CreateClusterParameterGroup),
        new(RdsTypes.SubnetGroup, CreateSubnetGroup),
    ];

    private static EmulatedResource CreateGlobalCluster(EmulationRequest request)
    {
        var id = request.PhysicalName("globalClusterIdentifier", null);
        return EmulatedOutputs.InRegion(request)
            .Set("globalClusterIdentifier", id)
            .Set("arn", request.GlobalArn("rds", $"global-cluster:{id}"))
            .Set("globalClusterResourceId", $"cluster-{request.Hex(16)}")
            .Set("endpoint", $"{id}.global-{EndpointPart(request, "global")}.global.rds.{request.DnsSuffix}")
            .Set("engineVersionActual", ExactVersion(request.Text("engineVersion")))
            // Members join after the global cluster exists, so its state at creation has none.
            .EmptyLists("globalClusterMembers")
            .Default("engine", "aurora")
            .Default("engineLifecycleSupport", "open-source-rds-extended-support")
            .Off("storageEncrypted", "deletionProtection", "forceDestroy")
            .EmptyTexts("databaseName", "sourceDbClusterIdentifier")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateCluster(EmulationRequest request)
    {
        var id = request.PhysicalName("clusterIdentifier", "clusterIdentifierPrefix");
        var engine = request.Text("engine") ?? string.Empty;
        var endpoints = EndpointPart(request, request.Region);
        return EmulatedOutputs.InRegion(request)
            .Set("clusterIdentifier", id)
            .Set("arn", request.Arn("rds", $"cluster:{id}"))
            .Set("clusterResourceId", $"cluster-{request.Upper(26)}")
            .Set("endpoint", $"{id}.cluster-{endpoints}.{request.Region}.rds.{request.DnsSuffix}")
            .Set("readerEndpoint", $"{id}.cluster-ro-{endpoints}.{request.Region}.rds.{request.DnsSuffix}")
            .Set("hostedZoneId", "Z" + StableIds.Upper(13, "rds", request.Region))
            .Set("engineVersionActual", ExactVersion(request.Text("engineVersion")))
            .Default("port", engine.EndsWith("mysql", StringComparison.Ordinal) ? 3306 : 5432)
            .Default("engineMode", "provisioned")
            .Default("engineLifecycleSupport", "open-source-rds-extended-support")
            .Default("availabilityZones", RegionNames.Zones(request.Region).ToImmutableArray<object>())
            .Default("backupRetentionPeriod", 1)
            .Default("preferredBackupWindow", "07:00-07:30")
            .Default("preferredMaintenanceWindow", "sun:08:00-sun:08:30")
            .Default("dbSubnetGroupName", "default")
            .Default("dbClusterParameterGroupName", DefaultParameterGroup(engine, request.Text("engineVersion")))
            .Default("allocatedStorage", 1)
            .Default("networkType", "IPV4")
            .Default("databaseInsightsMode", "standard")
            .Default("monitoringInterval", 0)
            .Default("deleteAutomatedBackups", true)
            .EmptyLists("clusterMembers", "iamRoles", "vpcSecurityGroupIds", "masterUserSecrets")
            .EmptyLists("enabledCloudwatchLogsExports", "warningEventCategories")
            .Off(
                "storageEncrypted",
                "deletionProtection",
                "copyTagsToSnapshot",
                "skipFinalSnapshot",
                "enableGlobalWriteForwarding",
                "enableHttpEndpoint",
                "enableLocalWriteForwarding",
                "iamDatabaseAuthenticationEnabled",
                "performanceInsightsEnabled")
            .EmptyTexts(
                "storageType",
                "caCertificateIdentifier",
                "caCertificateValidTill",
                "clusterScalabilityType",
                "dbSystemId",
                "monitoringRoleArn",
                "upgradeRolloutOrder")
            .EmptyTexts(request.Flag("storageEncrypted") ? [] : ["kmsKeyId"])
            .EmptyTexts(request.Flag("manageMasterUserPassword") ? [] : ["masterUserSecretKmsKeyId"])
            .Insights(request)
            .Tagged()
            .Secret("masterPassword", "masterPasswordWo")
            .WithId(id);
    }

    private static EmulatedResource CreateClusterInstance(EmulationRequest request)
    {
        var id = request.PhysicalName("identifier", "identifierPrefix");
        var cluster = request.Find(RdsTypes.Cluster, request.Text("clusterIdentifier"))?.Outputs ?? ImmutableDictionary<string, object>.Empty;
        var version = request.Text("engineVersion") ?? cluster.GetValueOrDefault("engineVersion") as string;
        return EmulatedOutputs.InRegion(request)
            .Set("identifier", id)
            .Set("arn", request.Arn("rds", $"db:{id}"))
            .Set("dbiResourceId", $"db-{request.Upper(26)}")
            .Set("endpoint", $"{id}.{EndpointPart(request, request.Region)}.{request.Region}.rds.{request.DnsSuffix}")
            .Set("port", cluster.GetValueOrDefault("port"))
            .Set("storageEncrypted", cluster.GetValueOrDefault("storageEncrypted"))
            .Set("kmsKeyId", cluster.GetValueOrDefault("kmsKeyId"))
            .Set("networkType", cluster.GetValueOrDefault("networkType") ?? "IPV4")
            .Set("engineVersionActual", ExactVersion(version))
            .Set("writer", IsWriter(request, cluster))
            .Default("engineVersion", version)
            .Default("availabilityZone", RegionNames.Zones(request.Region)[StableIds.Number(3, request.Region, id)])
            .Default("dbSubnetGroupName", cluster.GetValueOrDefault("dbSubnetGroupName") ?? "default")
            .Default("dbParameterGroupName", DefaultParameterGroup(request.Text("engine") ?? string.Empty, version))
            .Default("preferredBackupWindow", cluster.GetValueOrDefault("preferredBackupWindow"))
            .Default("preferredMaintenanceWindow", "sun:08:00-sun:08:30")
            .Default("caCertIdentifier", "rds-ca-rsa2048-g1")
            .Default("autoMinorVersionUpgrade", true)
            .Default("promotionTier", 0)
            .Default("monitoringInterval", 0)
            .Off("publiclyAccessible", "performanceInsightsEnabled", "copyTagsToSnapshot", "forceDestroy")
            .EmptyTexts("monitoringRoleArn")
            .EmptyLists("warningEventCategories")
            .Insights(request)
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateClusterParameterGroup(EmulationRequest request)
    {
        var name = request.PhysicalName();
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("rds", $"cluster-pg:{name}"))
            .Default("description", "Managed by Pulumi")
            .EmptyLists("parameters")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateSubnetGroup(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var subnet = request.List("subnetIds")
            .OfType<string>()
            .Select(id => request.Find(Ec2Types.Subnet, id))
            .FirstOrDefault(found => found is not null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("rds", $"subgrp:{name}"))
            .Set("supportedNetworkTypes", ImmutableArray.Create<object>("IPV4"))
            .Set("vpcId", subnet?.Outputs.GetValueOrDefault("vpcId"))
            .Default("description", "Managed by Pulumi")
            .Tagged()
            .WithId(name);
    }

    /// <summary>Performance Insights that are off have no key and keep nothing.</summary>
    private static EmulatedOutputs Insights(this EmulatedOutputs outputs, EmulationRequest request) =>
        request.Flag("performanceInsightsEnabled")
        ? outputs.Default("performanceInsightsRetentionPeriod", 7)
        : outputs.EmptyTexts("performanceInsightsKmsKeyId").Default("performanceInsightsRetentionPeriod", 0);

    /// <summary>
    /// A new cluster's writer is the instance that Aurora would also promote first: tier 0. A cluster that joins a global
    /// database without a master user is a secondary, and has none.
    /// </summary>
    private static bool IsWriter(EmulationRequest request, IReadOnlyDictionary<string, object> cluster)
    {
        var secondary = cluster.ContainsKey("globalClusterIdentifier")
            && !cluster.ContainsKey("masterUsername")
            && !cluster.ContainsKey("snapshotIdentifier");
        return !secondary && (request.Number("promotionTier") ?? 0) == 0;
    }

    /// <summary>One random part per account and Region, as in the real endpoints.</summary>
    private static string EndpointPart(EmulationRequest request, string region) =>
        "c" + StableIds.Lower(11, "rds-endpoint", request.AccountId, region);

    /// <summary>"16" leaves the minor version to the service, so nobody can say which one runs; "16.6" is what runs.</summary>
    private static string? ExactVersion(string? version) => version?.Contains('.', StringComparison.Ordinal) == true ? version : null;

    private static string? DefaultParameterGroup(string engine, string? version)
    {
        var parts = version?.Split('.');
        return engine switch
        {
            "aurora-postgresql" when parts is [var major, ..] => $"default.aurora-postgresql{major}",
            "aurora-mysql" when parts is [var major, var minor, ..] => $"default.aurora-mysql{major}.{minor}",
            _ => null,
        };
    }
}
