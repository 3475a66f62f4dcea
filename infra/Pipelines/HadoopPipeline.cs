using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="HadoopPipeline"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Pipeline">One of its pipelines, of Hadoop.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Release">The release of EMR.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="JobKeyArn">The Region's key for state machines and schedules.</param>
/// <param name="VolumeKeyArn">The Region's key for volumes.</param>
/// <param name="LogKeyArn">The key of the Region's logs.</param>
public sealed record HadoopPipelineArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    PipelineSettings Pipeline,
    Sizing Sizing,
    string Release,
    RegionalNetwork Network,
    Output<string> JobKeyArn,
    Output<string> VolumeKeyArn,
    Output<string> LogKeyArn);

/// <summary>
/// A batch job of Hadoop in one Region. Its schedule is on in both Regions, and starts a state machine that works where the lease is
/// (<see cref="HadoopMachine"/>), on an EMR cluster that is there for this run alone. Nothing of it is of record in HDFS, which ends with the
/// cluster: the program reads and writes buckets. So a failover changes nothing here, and a lost zone costs a run.
/// </summary>
[Practices("F1", "F3", "H2", "H4")]
public sealed class HadoopPipeline : ComponentResource
{
    private const int LogDays = 90;

    // A start that is later than that is left to the next one, and people hear of it.
    private const int LatestStartSeconds = UnitsOfTime.Hour;

    // By which EMR reaches the agents of a cluster in a private subnet, and they it
    // (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html).
    private const int AgentPort = 8443;
    private const int ServicePort = 9443;

    private readonly HadoopPipelineArgs _args;
    private readonly RegionContext _region;
    private readonly Belonging _belonging;
    private readonly string _job;

    /// <summary>Declares schedule, state machine, and what its clusters need.</summary>
    public HadoopPipeline(string name, HadoopPipelineArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:HadoopPipeline", name, options)
    {
        _args = args;
        _region = args.Region;
        _belonging = Belonging.To(args.Workload);
        _job = _region.Names.Job(args.Workload.Name, args.Pipeline.Name, _region.Region);
        DeclareSecurity();
        var (nodes, service) = DeclareGroups();
        var (serviceRole, nodeRole) = DeclareClusterRoles();
        var machine = DeclareMachine(serviceRole, nodeRole);
        var schedule = DeclareSchedule(machine, nodes, service);
        DeclareAlarm(schedule);

        Region = Output.Create(_region.Region);
        MachineArn = machine.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The state machine's ARN.</summary>
    [Output("machineArn")]
    public Output<string> MachineArn { get; private set; }

    /// <summary>What a run is told: the parts of the network, which a preview does not know.</summary>
    /// <param name="subnets">Private ones in three zones. EMR picks one of them for all of the cluster.</param>
    /// <param name="nodeGroup">The group of its instances.</param>
    /// <param name="serviceGroup">The group by which EMR reaches them.</param>
    public static string Input(IEnumerable<string> subnets, string nodeGroup, string serviceGroup) =>
        JsonSerializer.Serialize(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            [HadoopMachine.Subnets] = subnets.ToArray(),
            [HadoopMachine.NodeGroup] = nodeGroup,
            [HadoopMachine.ServiceGroup] = serviceGroup,
        });

    /// <summary>
    /// What instances keep on their disks is under our key, and they give their credentials to no one who only asks. What is in buckets is under
    /// the keys of these. Between instances nothing is encrypted: EMR takes certificates for that, and no authority here issues any.
    /// </summary>
    public static string Security(string keyArn) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["EncryptionConfiguration"] = new Dictionary<string, object>
        {
            ["EnableAtRestEncryption"] = true,
            ["EnableInTransitEncryption"] = false,
            ["AtRestEncryptionConfiguration"] = new Dictionary<string, object>
            {
                ["LocalDiskEncryptionConfiguration"] = new Dictionary<string, object>
                {
                    ["EncryptionKeyProviderType"] = "AwsKms",
                    ["AwsKmsKey"] = keyArn,
                    ["EnableEbsEncryption"] = true,
                },
            },
        },
        ["InstanceMetadataServiceConfiguration"] = new Dictionary<string, object>
        {
            ["MinimumInstanceMetadataServiceVersion"] = 2,
            ["HttpPutResponseHopLimit"] = 1,
        },
    });

    private string Logical(string part) => $"{_args.Workload.Name}-{_args.Pipeline.Name}-{part}-{_region.Region}";

    private string RoleName(string part) => _region.Names.Role(_args.Workload.Name, $"{_args.Pipeline.Name}-{part}-{_region.Region}");

    private Dictionary<string, string> ClusterTags(string? name = null) =>
        new(_region.TagTexts(_belonging, name)) { [HadoopServiceRole.Tag] = HadoopServiceRole.TagValue };

    private void DeclareSecurity() => _ = new Aws.Emr.SecurityConfiguration(Logical("security"), new Aws.Emr.SecurityConfigurationArgs
    {
        Name = _job,
        Configuration = _args.VolumeKeyArn.Apply(Security),
    }, _region.Child(this));

    private (Aws.Ec2.SecurityGroup Nodes, Aws.Ec2.SecurityGroup Service) DeclareGroups()
    {
        Aws.Ec2.SecurityGroup Group(string part, string description) => new(Logical($"{part}-group"), new Aws.Ec2.SecurityGroupArgs
        {
            Name = _region.Names.SecurityGroup(_args.Workload.Name, $"{_args.Pipeline.Name}-{part}", _region.Region),
            Description = description,
            VpcId = _args.Network.VpcId,

            // EMR adds rules, some of which name the other group: neither could be deleted.
            RevokeRulesOnDelete = true,
            Tags = ClusterTags(),
        }, _region.Child(this));

        void In(string part, Aws.Ec2.SecurityGroup to, Aws.Ec2.SecurityGroup from, string what, int? port) =>
            _ = new Aws.Vpc.SecurityGroupIngressRule(Logical($"{part}-in"), port is { } number
                ? new()
                {
                    SecurityGroupId = to.Id, ReferencedSecurityGroupId = from.Id, Description = what,
                    IpProtocol = "tcp", FromPort = number, ToPort = number, Tags = _region.Tags(_belonging),
                }
                : new()
                {
                    SecurityGroupId = to.Id, ReferencedSecurityGroupId = from.Id, Description = what, IpProtocol = "-1", Tags = _region.Tags(_belonging),
                },
                _region.Child(this));

        var nodes = Group("nodes", $"Instances of the clusters of {_job}");
        var service = Group("service", $"EMR, which reaches the clusters of {_job}");
        In("nodes", nodes, nodes, "Instances among themselves", null);
        In("agents", nodes, service, "EMR to its agents", AgentPort);
        In("service", service, nodes, "Agents to EMR", ServicePort);
        _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("agents-out"), new Aws.Vpc.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = service.Id,
            ReferencedSecurityGroupId = nodes.Id,
            Description = "EMR to its agents",
            IpProtocol = "tcp",
            FromPort = AgentPort,
            ToPort = AgentPort,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));

        // Services of AWS and their repositories, whose addresses are not fixed.
        _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("nodes-out"), new Aws.Vpc.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = nodes.Id,
            CidrIpv4 = "0.0.0.0/0",
            Description = "Instances to services of AWS",
            IpProtocol = "-1",
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        return (nodes, service);
    }

    // EMR wants the instance profile to have the name of its role.
    private (string Service, string Nodes) DeclareClusterRoles()
    {
        var (service, nodes) = (RoleName("emr"), RoleName("nodes"));
        _ = Role("emr", $"Makes and ends the clusters of {_job}", HadoopServiceRole.TrustPolicy(_region.Identity, _region.Region), "make-clusters",
            HadoopServiceRole.Policy(_region.Identity, _region.Region, nodes));
        var (role, _) = Role("nodes", $"Instances of the clusters of {_job}", HadoopNodeRole.TrustPolicy, "work",
            HadoopNodeRole.Policy(_region.Identity, _args.Workload, _args.Pipeline, _region.Region));
        _ = new Aws.Iam.InstanceProfile(Logical("nodes-profile"), new Aws.Iam.InstanceProfileArgs
        {
            Name = nodes,
            Role = role.Name,
            Tags = _region.GlobalTags(_belonging),
        }, _region.Child(this));
        return (service, nodes);
    }

    private (Aws.Iam.Role Role, Aws.Iam.RolePolicy Policy) Role(string part, string description, string trust, string act, string policy)
    {
        var role = new Aws.Iam.Role(Logical($"{part}-role"), new Aws.Iam.RoleArgs
        {
            Name = RoleName(part),
            Description = description,
            AssumeRolePolicy = trust,
            Tags = _region.GlobalTags(_belonging),
        }, _region.Child(this));
        return (role, new Aws.Iam.RolePolicy(Logical($"{part}-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = act,
            Role = role.Name,
            Policy = policy,
        }, _region.Child(this)));
    }

    private Aws.Sfn.StateMachine DeclareMachine(string serviceRole, string nodeRole)
    {
        var (workload, pipeline) = (_args.Workload, _args.Pipeline);
        var log = new Aws.CloudWatch.LogGroup(Logical("log"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = _region.Names.JobLogGroup(workload.Name, pipeline.Name, _region.Region),
            RetentionInDays = LogDays,
            KmsKeyId = _args.LogKeyArn,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        var (role, permission) = Role("machine", $"Runs {_job}", JobMachineRole.TrustPolicy(_region.Identity, _region.Region, _job), "run",
            JobMachineRole.Policy(_region.Identity, workload, _region.Region, _job, serviceRole, nodeRole));
        var definition = new HadoopMachine(
            _region, workload, pipeline, pipeline.PodsAt(_args.Sizing), _args.Release,
            $"s3://{_region.Names.OperationsBucket(_region.Region)}/{OperationsBucket.ClustersPrefix}{workload.Name}/{pipeline.Name}/",
            serviceRole, nodeRole, ClusterTags(_job)).Definition;

        // Whether the role may write the log, Step Functions asks when it makes the machine.
        return new Aws.Sfn.StateMachine(Logical("machine"), new Aws.Sfn.StateMachineArgs
        {
            Name = _job,
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = definition,
            EncryptionConfiguration = new Aws.Sfn.Inputs.StateMachineEncryptionConfigurationArgs
            {
                Type = "CUSTOMER_MANAGED_KMS_KEY",
                KmsKeyId = _args.JobKeyArn,
            },
            LoggingConfiguration = new Aws.Sfn.Inputs.StateMachineLoggingConfigurationArgs
            {
                Level = "ALL",
                IncludeExecutionData = false,
                LogDestination = log.Arn.Apply(arn => $"{arn}:*"),
            },
            Tags = _region.Tags(_belonging),
        }, _region.Child(this, permission));
    }

    // On in both Regions: which one works, the machine asks.
    private Aws.Scheduler.Schedule DeclareSchedule(Aws.Sfn.StateMachine machine, Aws.Ec2.SecurityGroup nodes, Aws.Ec2.SecurityGroup service)
    {
        var (role, permission) = Role("schedule", $"Starts {_job}", JobScheduleRole.TrustPolicy(_region.Identity, _region.Region, _job), "start",
            JobScheduleRole.Policy(_region.Identity, _region.Region, _job));
        var group = new Aws.Scheduler.ScheduleGroup(Logical("schedules"), new Aws.Scheduler.ScheduleGroupArgs
        {
            Name = _job,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        return new Aws.Scheduler.Schedule(Logical("schedule"), new Aws.Scheduler.ScheduleArgs
        {
            Name = _job,
            GroupName = group.Name,
            Description = $"Starts {_job}, which works where the lease is",
            ScheduleExpression = SchedulerCron.Of(_args.Pipeline.Every!)!,
            ScheduleExpressionTimezone = "UTC",
            State = "ENABLED",
            FlexibleTimeWindow = new Aws.Scheduler.Inputs.ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            KmsKeyArn = _args.JobKeyArn,
            Target = new Aws.Scheduler.Inputs.ScheduleTargetArgs
            {
                Arn = machine.Arn,
                RoleArn = role.Arn,
                Input = Output.All(_args.Network.PrivateSubnetIds.Concat([nodes.Id, service.Id]).Select(id => (Input<string>)id))
                    .Apply(ids => Input(ids[..^2], ids[^2], ids[^1])),
                RetryPolicy = new Aws.Scheduler.Inputs.ScheduleTargetRetryPolicyArgs { MaximumEventAgeInSeconds = LatestStartSeconds },
            },
        }, _region.Child(this, permission));
    }

    // A run that failed, and one that never began. That a Region is not the holder is no failure.
    private void DeclareAlarm(Aws.Scheduler.Schedule schedule)
    {
        var seconds = (int)FactBook.Number("cw-period");
        var machine = Arns.StateMachine(_region.Region, _region.AccountId, _job);
        (string Id, string Namespace, string Metric, string Dimension, string Value)[] metrics =
        [
            ("failed", "AWS/States", "ExecutionsFailed", "StateMachineArn", machine),
            ("late", "AWS/States", "ExecutionsTimedOut", "StateMachineArn", machine),
            ("stopped", "AWS/States", "ExecutionsAborted", "StateMachineArn", machine),
            ("dropped", "AWS/Scheduler", "InvocationDroppedCount", "ScheduleGroup", _job),
        ];
        var part = $"{_args.Pipeline.Name}-runs-failed";
        _ = new Aws.CloudWatch.MetricAlarm(Logical("runs-failed"), new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = _region.Names.Alarm(_args.Workload.Name, part, _region.Region),
            AlarmDescription = $"A run of {_args.Pipeline.Name} of {_args.Workload.Name} failed here, or did not begin",
            MetricQueries =
            [
                new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                {
                    Id = "runs",
                    Expression = string.Join(" + ", metrics.Select(metric => $"FILL({metric.Id}, 0)")),
                    Label = "Runs that failed or did not begin",
                    ReturnData = true,
                },
                .. metrics.Select(metric => new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                {
                    Id = metric.Id,
                    ReturnData = false,
                    Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
                    {
                        Namespace = metric.Namespace,
                        MetricName = metric.Metric,
                        Dimensions = { [metric.Dimension] = metric.Value },
                        Period = seconds,
                        Stat = "Sum",
                    },
                }),
            ],
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 0,
            EvaluationPeriods = 1,
            DatapointsToAlarm = 1,
            TreatMissingData = "notBreaching",
            AlarmActions = { AlertTopic.ArnOf(_region) },
            OkActions = { AlertTopic.ArnOf(_region) },
            Tags = _region.Tags(_belonging),
        }, _region.Child(this, schedule));
    }
}
