using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueFeedsAreAlike : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from store in FedTwins.In(context.Estate, recovery)
        from pair in FedCopy.Feeds(context.Estate, store.Home, store.Twin)
        from difference in pair.There.DifferencesFrom(pair.Here)
        select pair.There.Subscription[difference.Path].IsUnknown || pair.Here.Subscription[difference.Path].IsUnknown
            ? Finding.Unknown(pair.There.Subscription, difference.Path)
            : Finding.Violation(
                pair.There.Subscription,
                $"its {difference.Path} is {Text(pair.There, difference.Path)}, but {Text(pair.Here, difference.Path)} towards {pair.Here.Queue.Name}",
                difference.Path);

    private static string Text(QueueFeed feed, string path) => feed.Subscription[path] is { IsAbsent: false } stated ? $"{stated}" : "not stated";
}
