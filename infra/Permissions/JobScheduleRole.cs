using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>The role with which EventBridge Scheduler starts the state machine of a pipeline.</summary>
public static class JobScheduleRole
{
    /// <summary>The trust policy: for the sake of the group that the schedule is in.</summary>
    public static string TrustPolicy(PairIdentity pair, string region, string job) =>
        Trust.For("scheduler.amazonaws.com", pair.AccountId, $"arn:aws:scheduler:{region}:{pair.AccountId}:schedule-group/{job}");

    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="region">The Region.</param>
    /// <param name="job">The name of machine, schedule and group.</param>
    public static string Policy(PairIdentity pair, string region, string job) => PolicyDocument.Of(
        new Statement
        {
            Sid = "StartTheMachine",
            Action = ["states:StartExecution"],
            Resource = [Arns.StateMachine(region, pair.AccountId, job)],
        },
        Statements.UseKeyFor(
            "ReadTheSchedule", ["kms:Decrypt"], pair.Names.KeyAlias("shared", KeyParts.Jobs, region), pair, region,
            ("aws:scheduler:schedule:arn", Arns.Schedule(region, pair.AccountId, job))));
}
