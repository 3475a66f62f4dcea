using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;

namespace DrInfra.Tests.Policies.Contributing;

public sealed class MqBrokerSpansZones() : ResourceRule(MqTypes.Broker)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var broker = new MqBroker(node);
        yield return broker.SpansZones switch
        {
            null => Verdict.Unknown(broker.Deployment.Path),
            true => Verdict.Compliant,
            false => Verdict.Violation($"deploymentMode is {broker.Deployment.Text ?? "SINGLE_INSTANCE"}: it is in one zone", broker.Deployment.Path),
        };
    }
}
