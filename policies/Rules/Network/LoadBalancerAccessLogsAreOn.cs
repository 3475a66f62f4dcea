using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Network;

public sealed class LoadBalancerAccessLogsAreOn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var balancer in context.Estate.OfType(LoadBalancingTypes.LoadBalancer).Where(node => LoadBalancers.Logs(context.Estate, node)))
        {
            var logs = balancer["accessLogs"];
            var bucket = context.Estate.References.Follow(balancer, logs["bucket"], S3Types.Bucket, S3Types.BucketV2);
            if (logs["enabled"].IsUnknown)
            {
                yield return Finding.Unknown(balancer, logs["enabled"].Path);
            }
            else if (logs["enabled"].Flag != true)
            {
                yield return Finding.Violation(balancer, "access logs are off", "accessLogs");
            }
            else if (bucket.Target is { } found && found.Region != balancer.Region)
            {
                yield return Finding.Violation(balancer, $"access logs go to a bucket in {found.Region}, a bucket in {balancer.Region} needed", bucket.Path);
            }
        }
    }
}
