using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;
using Random = Pulumi.Random;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="GlobalDatabase"/> needs.</summary>
/// <param name="Region">The Region that this stack's member runs in.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Database">The database.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Activation">What a standby is ready for.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="KeyArn">The key of this Region that the cluster is encrypted with.</param>
/// <param name="LogKeyArn">The key of this Region that its logs are encrypted with.</param>
/// <param name="Credentials">What the primary needs for its secret; null in a standby, which declares none.</param>
public sealed record GlobalDatabaseArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    DatabaseStore Database,
    Sizing Sizing,
    Activation Activation,
    RegionalNetwork Network,
    Output<string> KeyArn,
    Output<string> LogKeyArn,
    DatabaseCredentialsArgs? Credentials);

/// <summary>The secret with a database's host and password.</summary>
/// <param name="KeyArn">The key of the primary Region.</param>
/// <param name="StandbyRegion">Where the secret is replicated to.</param>
/// <param name="StandbyKeyArn">The key of the standby Region.</param>
/// <param name="Random">The provider of random values.</param>
public sealed record DatabaseCredentialsArgs(
    Output<string> KeyArn, string StandbyRegion, Output<string> StandbyKeyArn, Random.Provider Random);

/// <summary>
/// One stack's part of an Aurora PostgreSQL global database. The primary's stack declares the global cluster, its cluster and the
/// replicated secret; the standby's stack declares a cluster that joins by the computed identifier. Who writes is no input of
/// either: a failover, and the way back, shows no change of a data resource in either stack.
/// </summary>
[Practices("F1", "H1", "B5")]
public sealed class GlobalDatabase : ComponentResource
{
    private const string Engine = "aurora-postgresql";
    private const int Port = 5432;
    private const string MasterUsername = "platform_admin";
    private const string DatabaseName = "platform";

    /// <summary>
    /// What AWS rewrites on members in a failover, or fills in on its own. Without this the next update would detach a member or
    /// break its replication (gotchas 1, 2, 3, 7).
    /// </summary>
    private static readonly string[] RewrittenByFailover = ["engineVersion", "globalClusterIdentifier", "replicationSourceIdentifier"];

    private readonly GlobalDatabaseArgs _args;
    private readonly RegionContext _region;
    private readonly Belonging _belonging;
    private readonly string _logicalName;

    /// <summary>Declares the stack's part.</summary>
    public GlobalDatabase(string name, GlobalDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:GlobalDatabase", name, options)
    {
        _args = args;
        _region = args.Region;
        _belonging = Belonging.To(args.Workload);
        _logicalName = $"{args.Workload.Name}-{args.Database.Name}";
        Region = Output.Create(_region.Region);
        GlobalClusterIdentifier = Output.Create(_region.Names.GlobalCluster(args.Workload.Name, args.Database.Name));
        SecretName = Output.Create(_region.Names.DatabaseSecret(args.Workload.Name, args.Database.Name));

        if (args.Credentials is { } credentials)
        {
            var global = DeclareGlobalCluster();
            var password = DeclarePassword(credentials);
            var cluster = DeclareCluster(global, password);
            DeclareInstances(cluster);
            DeclareSecret(global, password, credentials);
            ClusterIdentifier = cluster.ClusterIdentifier;
        }
        else
        {
            var cluster = DeclareCluster(null, null);
            DeclareInstances(cluster);
            ClusterIdentifier = cluster.ClusterIdentifier;
        }

        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The global cluster's identifier, the same in both stacks.</summary>
    [Output("globalClusterIdentifier")]
    public Output<string> GlobalClusterIdentifier { get; private set; }

    /// <summary>The identifier of this Region's cluster.</summary>
    [Output("clusterIdentifier")]
    public Output<string> ClusterIdentifier { get; private set; }

    /// <summary>The name of the secret with host and password, the same in both Regions.</summary>
    [Output("secretName")]
    public Output<string> SecretName { get; private set; }

    private bool IsPrimary => _args.Credentials is not null;

    private string RegionalName => _region.Names.Cluster(_args.Workload.Name, _args.Database.Name, _region.Region);

    private string Logical(string part) => $"{_logicalName}-{part}-{_region.Region}";

    private Aws.Rds.GlobalCluster DeclareGlobalCluster()
    {
        var options = _region.DataChild(this);
        options.IgnoreChanges.Add("engineVersion");
        options.CustomTimeouts = EngineUpgrade();

        // Engine and version stand here from the start: a global cluster made from an existing cluster could not be upgraded (gotcha 8).
        return new Aws.Rds.GlobalCluster($"{_logicalName}-global", new Aws.Rds.GlobalClusterArgs
        {
            GlobalClusterIdentifier = _region.Names.GlobalCluster(_args.Workload.Name, _args.Database.Name),
            Engine = Engine,
            EngineVersion = _args.Database.EngineVersion,
            StorageEncrypted = true,
            DeletionProtection = true,
            Tags = _region.GlobalTags(_belonging),
        }, options);
    }

    private Aws.Rds.Cluster DeclareCluster(Aws.Rds.GlobalCluster? global, Random.RandomPassword? password)
    {
        var identifier = RegionalName;
        var subnets = new Aws.Rds.SubnetGroup(Logical("subnets"), new Aws.Rds.SubnetGroupArgs
        {
            Name = identifier,
            Description = $"Data subnets for {identifier}",
            SubnetIds = _args.Network.DataSubnetIds.ToArray(),
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        var logs = new Aws.CloudWatch.LogGroup(Logical("logs"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = $"/aws/rds/cluster/{identifier}/postgresql",
            RetentionInDays = 90,
            KmsKeyId = _args.LogKeyArn,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        var parameters = DeclareParameters(identifier);

        // RDS would make the log group itself, without a key and for ever, if the cluster came first.
        var options = _region.DataChild(this, logs);
        options.IgnoreChanges.AddRange(RewrittenByFailover);
        options.CustomTimeouts = EngineUpgrade();

        var args = new Aws.Rds.ClusterArgs
        {
            ClusterIdentifier = identifier,
            Engine = Engine,
            EngineVersion = _args.Database.EngineVersion,

            // Stated on every member although it is ignored afterwards: a member that lost it would be detached (gotcha 2).
            GlobalClusterIdentifier = global is null
                ? _region.Names.GlobalCluster(_args.Workload.Name, _args.Database.Name)
                : global.GlobalClusterIdentifier,
            DbSubnetGroupName = subnets.Name,
            DbClusterParameterGroupName = parameters.Name,
            VpcSecurityGroupIds = { DeclareSecurityGroup().Id },
            Port = Port,
            StorageEncrypted = true,
            KmsKeyId = _args.KeyArn,
            IamDatabaseAuthenticationEnabled = true,
            BackupRetentionPeriod = Retention.PointInTimeDays(_args.Workload.Tier),
            PreferredBackupWindow = "02:00-02:30",
            PreferredMaintenanceWindow = _region.Role == StackRole.Primary ? "sun:04:00-sun:04:30" : "sat:04:00-sat:04:30",
            CopyTagsToSnapshot = true,
            DeleteAutomatedBackups = false,
            DeletionProtection = true,
            SkipFinalSnapshot = false,
            FinalSnapshotIdentifier = $"{identifier}-final",
            EnabledCloudwatchLogsExports = { "postgresql" },
            Tags = _region.Tags(_belonging),
        };
        if (password is not null)
        {
            args.DatabaseName = DatabaseName;
            args.MasterUsername = MasterUsername;
            args.MasterPassword = password.Result;
        }
        else
        {
            // The Region that the encrypted volume comes from; not the cluster, which would make the next update a promotion (gotcha 1).
            args.SourceRegion = _region.Identity.Regions.Primary;
        }

        return new Aws.Rds.Cluster(Logical("cluster"), args, options);
    }

    // An upgrade walks through all members; the provider's own limit has been too short (gotcha 7).
    private static CustomTimeouts EngineUpgrade() => new() { Update = TimeSpan.FromHours(3) };

    private Aws.Rds.ClusterParameterGroup DeclareParameters(string identifier)
    {
        var parameters = new InputList<Aws.Rds.Inputs.ClusterParameterGroupParameterArgs>
        {
            new Aws.Rds.Inputs.ClusterParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1", ApplyMethod = "immediate" },
        };

        // Only the primary's group: in a secondary it would do nothing now and block commits after a failover, with no standby left. The
        // guide advises so for two Regions, until the old primary is rebuilt ("Managing RPOs for Aurora PostgreSQL-based global databases",
        // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html).
        if (IsPrimary && ReplicationBound.DatabaseLagSeconds(_args.Workload.Tier) is { } seconds)
        {
            parameters.Add(new Aws.Rds.Inputs.ClusterParameterGroupParameterArgs
            {
                Name = "rds.global_db_rpo",
                Value = $"{seconds}",
                ApplyMethod = "immediate",
            });
        }

        return new Aws.Rds.ClusterParameterGroup(Logical("parameters"), new Aws.Rds.ClusterParameterGroupArgs
        {
            Name = identifier,
            Family = $"{Engine}{_args.Database.EngineVersion.Split('.')[0]}",
            Description = $"Parameters of {identifier}",
            Parameters = parameters,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
    }

    private Aws.Ec2.SecurityGroup DeclareSecurityGroup() => new VpcPort
    {
        Group = Logical("security-group"),
        Rule = Logical("postgresql"),
        Name = _region.Names.SecurityGroup(_args.Workload.Name, _args.Database.Name, _region.Region),
        Owner = $"Database {_args.Database.Name} of {_args.Workload.Name}",
        Protocol = "PostgreSQL",
        Port = Port,
        VpcId = _args.Network.VpcId,
        Range = _args.Network.Range,
        Belonging = _belonging,
    }.Declare(_region, this);

    private void DeclareInstances(Aws.Rds.Cluster cluster)
    {
        var classes = DatabaseCapacity.For(
            _args.Database, _args.Workload.Tier.Strategy, _args.Sizing, _region.Role, _args.Activation);
        foreach (var (instanceClass, index) in classes.Select((instanceClass, index) => (instanceClass, index)))
        {
            _ = new Aws.Rds.ClusterInstance(Logical($"instance-{index + 1}"), new Aws.Rds.ClusterInstanceArgs
            {
                Identifier = _region.Names.ClusterInstance(_args.Workload.Name, _args.Database.Name, _region.Region, index + 1),
                ClusterIdentifier = cluster.ClusterIdentifier,
                Engine = Aws.Rds.EngineType.AuroraPostgresql,
                InstanceClass = instanceClass,

                // A standby that is activated is resized now, not in its maintenance window.
                ApplyImmediately = true,

                // Writer and reader in different zones, whichever of them writes.
                AvailabilityZone = _args.Network.Zones[index % _args.Network.Zones.Count],
                PromotionTier = index,
                PubliclyAccessible = false,
                AutoMinorVersionUpgrade = false,
                CopyTagsToSnapshot = true,
                PerformanceInsightsEnabled = true,
                PerformanceInsightsKmsKeyId = _args.KeyArn,
                Tags = _region.Tags(_belonging),
            }, _region.Child(this));
        }
    }

    // RDS cannot manage the password of a global database's members (gotcha 64).
    private Random.RandomPassword DeclarePassword(DatabaseCredentialsArgs credentials) =>
        new($"{_logicalName}-password", new Random.RandomPasswordArgs
        {
            Length = 40,
            Special = false,
        }, new CustomResourceOptions { Parent = this, Provider = credentials.Random, Protect = true });

    private void DeclareSecret(Aws.Rds.GlobalCluster global, Random.RandomPassword password, DatabaseCredentialsArgs args)
    {
        var secret = new Aws.SecretsManager.Secret($"{_logicalName}-credentials", new Aws.SecretsManager.SecretArgs
        {
            Name = _region.Names.DatabaseSecret(_args.Workload.Name, _args.Database.Name),
            Description = $"Host and administrator of {_args.Database.Name} of {_args.Workload.Name}",
            KmsKeyId = args.KeyArn,
            RecoveryWindowInDays = (int)FactBook.Most("sm-recovery-window"),

            // A replica that a failover left behind would block making the secret again (gotcha 32).
            ForceOverwriteReplicaSecret = true,
            Replicas =
            {
                new Aws.SecretsManager.Inputs.SecretReplicaArgs { Region = args.StandbyRegion, KmsKeyId = args.StandbyKeyArn },
            },
            Tags = _region.Tags(_belonging),
        }, _region.DataChild(this));

        // The global endpoint follows the writer, so the secret stays true through a failover and back.
        var content = Output.Tuple(password.Result, global.Endpoint).Apply(pair => JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["engine"] = "postgres",
            ["host"] = pair.Item2,
            ["port"] = Port,
            ["dbname"] = DatabaseName,
            ["username"] = MasterUsername,
            ["password"] = pair.Item1,
        }));
        _ = new Aws.SecretsManager.SecretVersion($"{_logicalName}-credentials-version", new Aws.SecretsManager.SecretVersionArgs
        {
            SecretId = secret.Id,
            SecretString = content,
        }, _region.Child(this));
    }
}
