using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using Pulumi.Testing;
using static DrInfra.Tests.Sdk.Providers.ProviderRun;

namespace DrInfra.Tests.Sdk.Providers;

public class AwsResourceTests
{
    [Fact]
    public async Task Inputs_ArriveUnderTheirWireNames()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Cluster("db", new ClusterArgs
        {
            Engine = EngineType.AuroraPostgresql,
            EngineMode = "provisioned",
            BackupRetentionPeriod = 7,
            StorageEncrypted = true,
            VpcSecurityGroupIds = { Output.Create("sg-1"), "sg-2" },
            Tags = { ["tier"] = "data" },
            Serverlessv2ScalingConfiguration = new ClusterServerlessv2ScalingConfigurationArgs { MinCapacity = 0.5, MaxCapacity = 8 },
        }));
        Assert.Equal("aws:rds/cluster:Cluster", seen.Type);
        Assert.Equal("aurora-postgresql", seen.Inputs["engine"]);
        Assert.Equal("provisioned", seen.Inputs["engineMode"]);
        Assert.Equal(7.0, seen.Inputs["backupRetentionPeriod"]);
        Assert.Equal(true, seen.Inputs["storageEncrypted"]);
        Assert.Equal(["sg-1", "sg-2"], List(seen.Inputs["vpcSecurityGroupIds"]).Cast<string>());
        Assert.Equal("data", At(seen.Inputs["tags"], "tier"));
        Assert.Equal(0.5, At(seen.Inputs["serverlessv2ScalingConfiguration"], "minCapacity"));
        Assert.Equal(7, seen.Inputs.Count);
    }

    [Fact]
    public async Task EnumInput_ArrivesAsItsText()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new ClusterInstance("i", new ClusterInstanceArgs
        {
            ClusterIdentifier = "db",
            Engine = EngineType.AuroraPostgresql,
            InstanceClass = "db.serverless",
        }));
        Assert.Equal("aurora-postgresql", seen.Inputs["engine"]);
        Assert.Equal("db.serverless", seen.Inputs["instanceClass"]);
    }

    [Fact]
    public void Enum_IsComparedByItsText()
    {
        Assert.Equal("aurora-postgresql", EngineType.AuroraPostgresql.ToString());
        Assert.Equal("aurora-postgresql", (string)EngineType.AuroraPostgresql);
        Assert.True(EngineType.AuroraPostgresql == new ClusterEngine().Postgres);
        Assert.True(EngineType.AuroraPostgresql != EngineType.AuroraMysql);
    }

    [Fact]
    public async Task MemberRenamedBecauseOfItsClass_KeepsItsWireName()
    {
        Bucket? bucket = null;
        MockResourceArgs seen = await new ProviderRun().RunOne(() => bucket = new Bucket("b", new BucketArgs { BucketName = "data-1" }));
        Assert.Equal("data-1", seen.Inputs["bucket"]);
        Assert.Equal("data-1", await Value(bucket!.BucketName));
    }

    [Fact]
    public async Task NestedLists_ArriveAsListsOfObjects()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Table("t", new TableArgs
        {
            HashKey = "id",
            Attributes = { new TableAttributeArgs { Name = "id", Type = "S" } },
            Replicas = new[] { new TableReplicaArgs { RegionName = "eu-central-1", PointInTimeRecovery = true } },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true },
        }));
        Assert.Equal("S", At(seen.Inputs["attributes"], 0, "type"));
        Assert.Equal("eu-central-1", At(seen.Inputs["replicas"], 0, "regionName"));
        Assert.Equal(true, At(seen.Inputs["replicas"], 0, "pointInTimeRecovery"));
        Assert.Equal(true, At(seen.Inputs["pointInTimeRecovery"], "enabled"));
    }

    [Fact]
    public async Task DeepNesting_Arrives()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new BucketReplicationConfig("r", new BucketReplicationConfigArgs
        {
            Bucket = "data-1",
            Role = "arn:aws:iam::123456789012:role/replication",
            Rules = new BucketReplicationConfigRuleArgs
            {
                Status = "Enabled",
                Destination = new BucketReplicationConfigRuleDestinationArgs
                {
                    Bucket = "arn:aws:s3:::data-2",
                    ReplicationTime = new BucketReplicationConfigRuleDestinationReplicationTimeArgs
                    {
                        Status = "Enabled",
                        Time = new BucketReplicationConfigRuleDestinationReplicationTimeTimeArgs { Minutes = 15 },
                    },
                },
            },
        }));
        Assert.Equal(15.0, At(seen.Inputs["rules"], 0, "destination", "replicationTime", "time", "minutes"));
    }

    [Fact]
    public async Task ListAndMapInputs_TakeOutputsAndWholeCollections()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Pulumi.Aws.Rds.SubnetGroup("g", new SubnetGroupArgs
        {
            SubnetIds = Output.Create(ImmutableArray.Create("subnet-1", "subnet-2")),
            Tags = new Dictionary<string, string> { ["a"] = "b" },
        }));
        Assert.Equal(["subnet-1", "subnet-2"], List(seen.Inputs["subnetIds"]).Cast<string>());
        Assert.Equal("b", At(seen.Inputs["tags"], "a"));
    }

    [Fact]
    public async Task PolicyDocument_MayBeAnObject()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Pulumi.Aws.Iam.Role("r", new Pulumi.Aws.Iam.RoleArgs
        {
            AssumeRolePolicy = new Pulumi.Aws.Iam.Inputs.PolicyDocumentArgs
            {
                Version = PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                Statement = new PolicyStatementArgs
                {
                    Effect = PolicyStatementEffect.ALLOW,
                    Action = "sts:AssumeRole",
                    Principal = new ServicePrincipalArgs { Service = "s3.amazonaws.com" },
                },
            },
        }));
        Assert.Equal("2012-10-17", At(seen.Inputs["assumeRolePolicy"], "Version"));
        Assert.Equal("Allow", At(seen.Inputs["assumeRolePolicy"], "Statement", 0, "Effect"));
        Assert.Equal("s3.amazonaws.com", At(seen.Inputs["assumeRolePolicy"], "Statement", 0, "Principal", "Service"));
    }

    [Fact]
    public async Task PolicyDocument_MayBeText()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new RolePolicy("p", new RolePolicyArgs
        {
            Role = "r",
            Policy = Output.Create("{}"),
        }));
        Assert.Equal("{}", seen.Inputs["policy"]);
    }

    [Fact]
    public async Task UnsetInputs_AreAbsent()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Key("k"));
        Assert.Empty(seen.Inputs);
    }

    [Fact]
    public async Task SchemaDefault_IsSent()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(
            () => _ = new SecurityGroup("sg", new SecurityGroupArgs { VpcId = "vpc-1" }));
        Assert.Equal("Managed by Pulumi", seen.Inputs["description"]);
    }

    [Fact]
    public async Task RequiredInputMissing_FailsTheRunAndNamesIt()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(
            () => new ProviderRun().Run(() => _ = new Subnet("s", new SubnetArgs())));
        Assert.Contains(
            "[Input] Pulumi.Aws.Ec2.SubnetArgs.VpcId is required but was not given a value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequiredInputMissingInANestedType_FailsTheRunAndNamesIt()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(() => new ProviderRun().Run(() => _ = new Table("t", new TableArgs
        {
            Attributes = { new TableAttributeArgs { Name = "id" } },
        })));
        Assert.Contains("TableAttributeArgs.Type is required", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretInput_IsSecretHoweverItIsGiven()
    {
        ClusterArgs args = new() { MasterPassword = "plain" };
        Assert.True(await Output.IsSecretAsync(args.MasterPassword.ToOutput()));
        Assert.Equal("plain", await Value(args.MasterPassword.ToOutput()));
        args.MasterPassword = Output.Create("from an output");
        Assert.True(await Output.IsSecretAsync(args.MasterPassword.ToOutput()));
        Assert.False(await Output.IsSecretAsync(new ClusterArgs { MasterUsername = "app" }.MasterUsername!.ToOutput()));
    }

    [Fact]
    public async Task SecretInput_ArrivesPlainAtTheMock()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Cluster("db", new ClusterArgs
        {
            Engine = "aurora-postgresql",
            MasterPassword = "plain",
        }));
        Assert.Equal("plain", seen.Inputs["masterPassword"]);
    }

    [Fact]
    public async Task Get_ReadsByIdWithTheStateGiven()
    {
        Vpc? vpc = null;
        MockResourceArgs seen = await new ProviderRun().RunOne(
            () => vpc = Vpc.Get("main", "vpc-1", new VpcState { CidrBlock = "10.0.0.0/16" }));
        Assert.Equal("vpc-1", seen.Id);
        Assert.Equal("aws:ec2/vpc:Vpc", seen.Type);
        Assert.Equal("10.0.0.0/16", seen.Inputs["cidrBlock"]);
        Assert.Equal("vpc-1", await Value(vpc!.Id));
    }

    [Fact]
    public async Task GetWithNestedState_UsesTheStateClasses()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = Cluster.Get("db", "db-1", new ClusterState
        {
            MasterUserSecrets = { new ClusterMasterUserSecretGetArgs { SecretArn = "arn:secret" } },
        }));
        Assert.Equal("arn:secret", At(seen.Inputs["masterUserSecrets"], 0, "secretArn"));
    }

    [Fact]
    public async Task NestedOutputs_AreReadBackTyped()
    {
        ProviderRun run = new()
        {
            Outputs =
            {
                ["arn"] = "arn:aws:rds:eu-west-1:123456789012:cluster:db",
                ["port"] = 5432,
                ["masterUserSecrets"] = new[] { new Dictionary<string, object> { ["secretArn"] = "arn:secret" } },
                ["serverlessv2ScalingConfiguration"] = new Dictionary<string, object> { ["minCapacity"] = 0.5, ["maxCapacity"] = 8 },
            },
        };
        Cluster? cluster = null;
        await run.Run(() => cluster = new Cluster("db", new ClusterArgs { Engine = "aurora-postgresql" }));
        Assert.Equal(5432, await Value(cluster!.Port));
        Assert.Equal("db-id", await Value(cluster.Id));
        Pulumi.Aws.Rds.Outputs.ClusterMasterUserSecret secret = Assert.Single(await Value(cluster.MasterUserSecrets));
        Assert.Equal("arn:secret", secret.SecretArn);
        Assert.Null(secret.KmsKeyId);
        Assert.Equal(8, (await Value(cluster.Serverlessv2ScalingConfiguration))!.MaxCapacity);
        Assert.Null(await Value(cluster.DomainIamRoleName));
    }

    [Fact]
    public async Task NestedOutputThatIsNotSet_IsNullWhereTheInputIsOptional()
    {
        Table? table = null;
        await new ProviderRun().Run(() => table = new Table("t", new TableArgs
        {
            Replicas = { new TableReplicaArgs { RegionName = "eu-central-1" } },
        }));
        Pulumi.Aws.DynamoDB.Outputs.TableReplica replica = Assert.Single(await Value(table!.Replicas));
        bool? protection = replica.DeletionProtectionEnabled;
        Assert.Null(protection);
        Assert.Null(replica.StreamArn);
        Assert.Equal("eu-central-1", replica.RegionName);
    }

    private readonly struct ClusterEngine
    {
        public EngineType Postgres => EngineType.AuroraPostgresql;
    }
}
