using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;
using Random = Pulumi.Random;

namespace DrInfra.Tests.Infra.Data;

public class GlobalDatabaseTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    private const string Instance = "aws:rds/clusterInstance:ClusterInstance";
    private const string Parameters = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    private const string Secret = "aws:secretsmanager/secret:Secret";

    [Fact]
    public async Task Primary_DeclaresTheGlobalDatabaseItsMemberAndTheSecret() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["GlobalCluster"] = 1, ["Cluster"] = 1, ["ClusterInstance"] = 2, ["ClusterParameterGroup"] = 1, ["SubnetGroup"] = 1,
            ["SecurityGroup"] = 1, ["SecurityGroupIngressRule"] = 1, ["LogGroup"] = 1, ["RandomPassword"] = 1, ["Secret"] = 1, ["SecretVersion"] = 1,
        },
        (await PrimaryAsync()).Counts);

    [Fact]
    public async Task Standby_DeclaresItsMemberAlone() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Cluster"] = 1, ["ClusterInstance"] = 1, ["ClusterParameterGroup"] = 1, ["SubnetGroup"] = 1, ["SecurityGroup"] = 1,
            ["SecurityGroupIngressRule"] = 1, ["LogGroup"] = 1,
        },
        (await StandbyAsync()).Counts);

    [Fact]
    public async Task EveryMember_IsEncryptedProtectedAndSafeFromDeletion()
    {
        foreach (var declared in new[] { await PrimaryAsync(), await StandbyAsync() })
        {
            var cluster = declared.Single(Cluster);
            Assert.Equal(true, cluster["storageEncrypted"]);
            Assert.Equal("arn:the-key", cluster["kmsKeyId"]);
            Assert.Equal(true, cluster["deletionProtection"]);
            Assert.Equal(false, cluster["skipFinalSnapshot"]);
            Assert.NotNull(cluster["finalSnapshotIdentifier"]);
            Assert.Equal(false, cluster["deleteAutomatedBackups"]);
            Assert.Equal(7.0, cluster["backupRetentionPeriod"]);
            Assert.Equal(true, cluster["iamDatabaseAuthenticationEnabled"]);
            Assert.True(cluster.Options.Protect);
            Assert.True(cluster.Options.RetainOnDelete);
            Assert.Contains(Assert.IsType<System.Collections.Immutable.ImmutableArray<object>>(declared.Single(Parameters)["parameters"]), parameter =>
                ((System.Collections.Immutable.ImmutableDictionary<string, object>)parameter)["name"] is "rds.force_ssl");
            Assert.All(declared.Of(Instance), instance => Assert.Equal(false, instance["publiclyAccessible"]));
            Assert.All(declared.Of(Instance), instance => Assert.Null(instance.Options.Protect));
        }
    }

    // Gotchas 1 and 2: neither the source of replication nor the membership may be taken away by an update.
    [Fact]
    public async Task Gotchas1And2_MembersStateNoReplicationSourceAndIgnoreWhatAFailoverRewrites()
    {
        foreach (var declared in new[] { await PrimaryAsync(), await StandbyAsync() })
        {
            var cluster = declared.Single(Cluster);
            Assert.Null(cluster["replicationSourceIdentifier"]);
            Assert.Equal("drinfra-main-ledger-journal", cluster["globalClusterIdentifier"]);
            Assert.Equal(["engineVersion", "globalClusterIdentifier", "replicationSourceIdentifier"], cluster.Options.IgnoreChanges.Order());
        }
    }

    // Gotchas 3, 4, 5: the stacks say where a member lives, never who writes.
    [Fact]
    public async Task Gotchas3To5_NoInputSaysWhoWrites()
    {
        var global = (await PrimaryAsync()).Single(GlobalCluster);

        Assert.Null(global["sourceDbClusterIdentifier"]);
        Assert.Equal("eu-west-1", (await StandbyAsync()).Single(Cluster)["sourceRegion"]);
        Assert.Null((await PrimaryAsync()).Single(Cluster)["sourceRegion"]);
    }

    [Fact]
    public async Task OtherMajorVersion_HasItsOwnFamilyOfParameters()
    {
        var standby = await StandbyAsync(changes: ("versions", """{"auroraPostgresql":"17.5"}"""));

        Assert.Equal(("17.5", "aurora-postgresql17"), (standby.Single(Cluster)["engineVersion"], standby.Single(Parameters)["family"]));
    }

    // Gotchas 7 and 8: one version, stated on the global cluster from the start, and time enough to upgrade.
    [Fact]
    public async Task Gotchas7And8_OneVersionForAllMembersFromTheStart()
    {
        var primary = await PrimaryAsync();
        var standby = await StandbyAsync();

        Assert.Equal("16.8", primary.Single(GlobalCluster)["engineVersion"]);
        Assert.Equal("aurora-postgresql", primary.Single(GlobalCluster)["engine"]);
        Assert.Equal("aurora-postgresql16", primary.Single(Parameters)["family"]);
        Assert.Equal("16.8", primary.Single(Cluster)["engineVersion"]);
        Assert.Equal("16.8", standby.Single(Cluster)["engineVersion"]);
        Assert.Contains("engineVersion", primary.Single(GlobalCluster).Options.IgnoreChanges);
        Assert.All(primary.Of(Instance).Concat(standby.Of(Instance)), instance => Assert.Equal(false, instance["autoMinorVersionUpgrade"]));
        Assert.True(primary.Single(Cluster).Options.CustomTimeouts!.Update > TimeSpan.FromMinutes(90));
    }

    // Gotcha 9: deletion has an order, and nothing here is deleted by accident.
    [Fact]
    public async Task Gotcha9_GlobalClusterIsProtectedAndRetained()
    {
        var global = (await PrimaryAsync()).Single(GlobalCluster);

        Assert.True(global.Options.Protect);
        Assert.True(global.Options.RetainOnDelete);
        Assert.Equal(true, global["deletionProtection"]);
        Assert.Null(global["forceDestroy"]);
    }

    // Gotcha 11: encryption of the global cluster and of its members agrees, because none can change it later.
    [Fact]
    public async Task Gotcha11_GlobalClusterIsEncryptedLikeItsMembers() =>
        Assert.Equal(true, (await PrimaryAsync()).Single(GlobalCluster)["storageEncrypted"]);

    // Gotchas 31 and 32: one secret, replicated with a key of the standby Region, that can be made again.
    [Fact]
    public async Task Gotchas31And32_SecretIsReplicatedFromThePrimaryAlone()
    {
        var secret = (await PrimaryAsync()).Single(Secret);

        Assert.Equal("eu-central-1", secret["replicas[0].region"]);
        Assert.Equal("arn:standby-data-key", secret["replicas[0].kmsKeyId"]);
        Assert.Equal("arn:data-key", secret["kmsKeyId"]);
        Assert.Equal(true, secret["forceOverwriteReplicaSecret"]);
        Assert.True(secret.Options.Protect);
        Assert.Empty((await StandbyAsync()).Of(Secret));
    }

    // Gotcha 64: RDS manages no password of a global database's members.
    [Fact]
    public async Task Gotcha64_PasswordIsGeneratedAndKeptInTheSecretWithTheHost()
    {
        var declared = await PrimaryAsync();

        Assert.Null(declared.Single(Cluster)["manageMasterUserPassword"]);
        Assert.Equal("generated", declared.Single(Cluster)["masterPassword"]);
        var content = JsonDocument.Parse((string)declared.Single("aws:secretsmanager/secretVersion:SecretVersion")["secretString"]!).RootElement;
        Assert.Equal("generated", content.GetProperty("password").GetString());
        Assert.Equal("ledger-journal-global.example", content.GetProperty("host").GetString());
        var standby = (await StandbyAsync()).Single(Cluster);
        Assert.Null(standby["masterPassword"]);
        Assert.Null(standby["masterUsername"]);
        Assert.Null(standby["manageMasterUserPassword"]);
    }

    // Gotcha 68: AWS Backup would take over a native window; the cluster keeps its own.
    [Fact]
    public async Task Gotcha68_PointInTimeRecoveryIsNative()
    {
        var cluster = (await PrimaryAsync()).Single(Cluster);

        Assert.NotNull(cluster["backupRetentionPeriod"]);
        Assert.NotNull(cluster["preferredBackupWindow"]);
    }

    // Gotcha 79: a bound on the lag stops commits, so it is in the primary's group alone and only where the tier asks for it.
    [Fact]
    public async Task Gotcha79_LagIsBoundedInThePrimarysGroupOfTiersThatEnforceIt()
    {
        Assert.Equal("150", LagBound(await PrimaryAsync()));
        Assert.Null(LagBound(await StandbyAsync()));
        Assert.Null(LagBound(await PrimaryAsync(workload: 1)));

        static object? LagBound(Declarations declared) =>
            ((System.Collections.Immutable.ImmutableArray<object>)declared.Single(Parameters)["parameters"]!)
            .Cast<System.Collections.Immutable.ImmutableDictionary<string, object>>()
            .FirstOrDefault(parameter => parameter["name"] is "rds.global_db_rpo")?["value"];
    }

    [Fact]
    public async Task WriterAndReader_AreInDifferentZones()
    {
        var zones = (await PrimaryAsync()).Of(Instance).Select(instance => instance["availabilityZone"]).ToArray();

        Assert.Equal(["eu-west-1a", "eu-west-1b"], zones);
    }

    [Fact]
    public async Task Activation_ChangesInstancesAndNothingElse()
    {
        var standby = await StandbyAsync(workload: 1);
        var active = await StandbyAsync(workload: 1, ("activation", "active"));

        Assert.Equal(["db.r7g.large"], standby.Of(Instance).Select(instance => instance["instanceClass"]));
        Assert.Equal(["db.r7g.xlarge", "db.r7g.xlarge"], active.Of(Instance).Select(instance => instance["instanceClass"]));
        Assert.Equal(
            standby.Counts.Where(pair => pair.Key != "ClusterInstance"),
            active.Counts.Where(pair => pair.Key != "ClusterInstance"));
    }

    private static Task<Declarations> PrimaryAsync(int workload = 0) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings();
        Declare(settings, workload, new DatabaseCredentialsArgs(
            Output.Create("arn:data-key"), "eu-central-1", Output.Create("arn:standby-data-key"), new Random.Provider("random")));
    });

    private static Task<Declarations> StandbyAsync(int workload = 0, params (string Key, string? Value)[] changes) =>
        Declarations.OfAsync(() => Declare(Configurations.StandbySettings(changes), workload, null));

    private static void Declare(PlatformSettings settings, int workload, DatabaseCredentialsArgs? credentials)
    {
        var region = new RegionContext(settings, settings.Role);
        _ = new GlobalDatabase("database", new GlobalDatabaseArgs(
            region,
            settings.Workloads[workload],
            settings.Workloads[workload].Databases.First(),
            settings.Sizing,
            settings.Activation,
            new RegionalNetwork("network", new RegionalNetworkArgs(region, Existing, settings.Sizing, Output.Create("unused"))),
            Output.Create("arn:the-key"),
            Output.Create("arn:the-log-key"),
            credentials));
    }

    private static ExistingNetwork Existing
    {
        get
        {
            _ = DrInfra.Infra.Conventions.AddressRange.TryParse("10.1.0.0/16", out var range);
            return new ExistingNetwork("vpc-1", range, ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"], ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
        }
    }
}
