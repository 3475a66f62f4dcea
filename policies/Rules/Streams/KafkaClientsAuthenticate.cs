using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaClientsAuthenticate() : ResourceRule([MskTypes.Cluster, .. StrimziTypes.Clusters])
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        node.Type == MskTypes.Cluster ? [OfMsk(node["clientAuthentication"])] : Listeners(node["spec"]["kafka"]["listeners"]);

    private static Verdict OfMsk(Prop clients)
    {
        Prop[] ways = [clients["sasl"]["iam"], clients["sasl"]["scram"], clients["tls"]["certificateAuthorityArns"]];
        return clients.IsUnknown || Array.Exists(ways, way => way.IsUnknown) || clients["unauthenticated"].IsUnknown ? Verdict.Unknown("clientAuthentication")
            : clients["unauthenticated"].Flag == true ? Verdict.Violation("it takes clients that do not authenticate", clients["unauthenticated"].Path)
            : Array.Exists(ways, way => way.Flag == true || way.Items.Count > 0) ? Verdict.Compliant
            : Verdict.Violation("it takes clients that do not authenticate: clientAuthentication names no way to", "clientAuthentication");
    }

    private static IEnumerable<Verdict> Listeners(Prop listeners) => listeners.IsUnknown ? [Verdict.Unknown(listeners.Path)]
        : listeners.Items.Select(listener => listener["authentication"].IsStated() ? Verdict.Compliant
            : Verdict.Violation($"the listener {listener["name"].Text} takes clients that do not authenticate", listener["authentication"].Path));
}
