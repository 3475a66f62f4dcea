using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// The metrics of state machines that alarms are on. Source: Step Functions developer guide, "Monitoring Step Functions metrics using Amazon
/// CloudWatch".
/// </summary>
internal static class RunMetrics
{
    /// <summary>
    /// Whether an alarm counts the runs of a machine that failed, alone or in an expression. One that rings while none failed, or none ran, does not.
    /// </summary>
    public static bool Counts(Estate estate, Node alarm, Node machine) => new MetricAlarm(alarm) is { RingsBelow: false, RingsOnSilence: false }
        && MetricSource.Of(alarm).Where(source => source.Namespace.Text == "AWS/States" && source.MetricName.Text == "ExecutionsFailed")
            .Any(source => estate.References.Follow(alarm, source.Dimensions["StateMachineArn"], StepFunctionsTypes.StateMachine).Target == machine);
}
