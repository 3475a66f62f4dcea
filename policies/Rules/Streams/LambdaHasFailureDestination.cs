using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Lambda;

namespace DrInfra.Policies.Rules.Streams;

public sealed class LambdaHasFailureDestination : StackRule
{
    private static readonly string[] Callers = ["sns.amazonaws.com", "s3.amazonaws.com", "events.amazonaws.com"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var function in estate.OfType(LambdaTypes.Function).Where(function => IsCalledByEvents(estate, function)))
        {
            var letters = function["deadLetterConfig"]["targetArn"];
            if (!letters.IsStated()
                && !estate.UsersOf(function, LambdaTypes.FunctionEventInvokeConfig, "functionName")
                    .Any(config => config["destinationConfig"]["onFailure"].IsStated()))
            {
                yield return Finding.Violation(function, "an event that fails is dropped after three attempts", "deadLetterConfig");
            }
        }
    }

    // Asynchronous calls: from topics, buckets and rules of events. What polls a queue or a stream leaves the message there.
    private static bool IsCalledByEvents(Estate estate, Node function) =>
        estate.UsersOf(function, LambdaTypes.Permission, "function").Any(permission => Callers.Contains(permission["principal"].Text, StringComparer.Ordinal))
        || estate.UsersOf(function, CloudWatchTypes.EventTarget, "arn").Count > 0;
}
