using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class MirrorsRunInNoCircle : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (mirror, ring, topic) in MirrorCircles.In(context.Estate))
        {
            var names = mirror.PolicyClass.Path.Length > 0 ? mirror.PolicyClass.Path : mirror.Settings.Path;
            var others = string.Join(", ", ring.Skip(1).Select(other => other.Node.Name));
            yield return topic is null
                ? Finding.Unknown(mirror.Node, mirror.Topics.From.Path.Length > 0 ? mirror.Topics.From.Path : names)
                : Finding.Violation(
                    mirror.Node, $"records of topics such as {topic} go round for ever through {others}: names do not tell where they came from", names);
        }
    }
}
