using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role of the state machine of a pipeline: it reads the lease, makes a cluster of its workload, and ends it. It writes no lease.
/// https://docs.aws.amazon.com/step-functions/latest/dg/emr-iam.html
/// </summary>
public static class JobMachineRole
{
    private const string EmrService = "elasticmapreduce.amazonaws.com";

    /// <summary>The tag by which what a cluster is made of is told from the rest; EMR hands it on (HadoopServiceRole).</summary>
    public const string WorkloadTag = "dr:workload";

    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(PairIdentity pair, string region, string job) =>
        Trust.For("states.amazonaws.com", pair.AccountId, Arns.StateMachine(region, pair.AccountId, job));

    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region.</param>
    /// <param name="job">The machine's name.</param>
    /// <param name="serviceRole">The name of the role that EMR gets.</param>
    /// <param name="nodeRole">The name of the role that the cluster's instances get.</param>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, string region, string job, string serviceRole, string nodeRole)
    {
        var (account, jobs) = (pair.AccountId, pair.Names.KeyAlias("shared", KeyParts.Jobs, region));
        return PolicyDocument.Of(
        [
            FollowerRole.Leases("ReadTheLease", ["dynamodb:GetItem"], pair, region, [workload.Name]),
            Statements.UseKey(
                "DecryptTheLease", ["kms:Decrypt", "kms:DescribeKey"], pair.Names.KeyAlias("shared", KeyParts.Leases, region), pair, region, "dynamodb"),
            new()
            {
                Sid = "SeeItsOwnRuns",
                Action = ["states:ListExecutions"],
                Resource = [Arns.StateMachine(region, account, job)],
            },
            .. Clusters(workload, region, account),
            Pass("PassTheRoleOfTheService", account, serviceRole, EmrService),
            Pass("PassTheRoleOfInstances", account, nodeRole, "ec2.amazonaws.com"),
            new()
            {
                // What ends the instances of a cluster whose own role is gone. An account has it once, and its first cluster makes it.
                Sid = "LetEmrCleanUp",
                Action = ["iam:CreateServiceLinkedRole"],
                Resource = [$"arn:aws:iam::{account}:role/aws-service-role/{EmrService}/AWSServiceRoleForEMRCleanup"],
                Condition = new() { ["StringEquals"] = new() { ["iam:AWSServiceName"] = [EmrService] } },
            },
            new()
            {
                // By it Step Functions hears that a step has ended.
                Sid = "HearOfSteps",
                Action = ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                Resource = [$"arn:aws:events:{region}:{account}:rule/StepFunctionsGetEventForEMRAddJobFlowStepsRule"],
            },
            new()
            {
                // None of them takes a resource (https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html).
                Sid = "AnyLogDelivery",
                Action =
                [
                    "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery",
                    "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
                ],
                Resource = ["*"],
            },
            Statements.UseKeyFor(
                "UseTheKeyOfTheMachine", Actions.UseKey, jobs, pair, region,
                ("aws:states:stateMachineArn", Arns.StateMachine(region, account, job))),
            Statements.UseKeyFor(
                "EncryptWhatIsLogged", ["kms:GenerateDataKey"], jobs, pair, region, ("SourceArn", $"arn:aws:logs:{region}:{account}:*")),
        ]);
    }

    private static IEnumerable<Statement> Clusters(WorkloadSettings workload, string region, string account) =>
    [
        new()
        {
            // A cluster has no ARN before it is made: its tags narrow this down.
            Sid = "AnyClusterOfTheWorkloadIsMade",
            Action = ["elasticmapreduce:RunJobFlow"],
            Resource = ["*"],
            Condition = Tagged("aws:RequestTag", workload),
        },
        new()
        {
            Sid = "TagClusters",
            Action = ["elasticmapreduce:AddTags"],
            Resource = [Arns.AnyHadoopCluster(region, account)],
            Condition = Tagged("aws:RequestTag", workload),
        },
        new()
        {
            // Set while the cluster is made, which has no tags yet.
            Sid = "LetIdleClustersEnd",
            Action = ["elasticmapreduce:PutAutoTerminationPolicy"],
            Resource = [Arns.AnyHadoopCluster(region, account)],
        },
        new()
        {
            Sid = "UseClustersOfTheWorkload",
            Action =
            [
                "elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:CancelSteps", "elasticmapreduce:DescribeCluster",
                "elasticmapreduce:DescribeStep", "elasticmapreduce:TerminateJobFlows",
            ],
            Resource = [Arns.AnyHadoopCluster(region, account)],
            Condition = Tagged("aws:ResourceTag", workload),
        },
    ];

    private static Dictionary<string, Dictionary<string, string[]>> Tagged(string key, WorkloadSettings workload) => new()
    {
        ["StringEquals"] = new() { [$"{key}/{WorkloadTag}"] = [workload.Name] },
    };

    private static Statement Pass(string sid, string account, string role, string service) => new()
    {
        Sid = sid,
        Action = ["iam:PassRole"],
        Resource = [Arns.Role(account, role)],
        Condition = new() { ["StringEquals"] = new() { ["iam:PassedToService"] = [service] } },
    };
}
