using System.Text.RegularExpressions;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Ownership;

public sealed partial class StateOutlivesTheOtherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var stack in context.Estate.Stacks)
        {
            var manifest = stack.Nodes.Where(node => node.Type == SsmTypes.Parameter).Select(ManifestFacts.Of).FirstOrDefault(facts => facts is not null);
            if (manifest is not { Primary: { } primary, Standby: { } standby })
            {
                continue;
            }

            var other = manifest.Role == "standby" ? primary : standby;
            foreach (var (url, part) in new[] { (stack.Graph.Backend, "state"), (stack.Graph.SecretsProvider, "key for secrets") })
            {
                if (RegionOf(url) is { } region && region == other)
                {
                    yield return Finding.Violation(
                        stack.Nodes[0], $"the {part} of stack {stack.Name} is in {region} ({url}): the stack cannot be updated while that Region is down");
                }
                else if (url is not null && AwsUrl().IsMatch(url) && RegionOf(url) is null)
                {
                    yield return Finding.Violation(
                        stack.Nodes[0], $"the {part} of stack {stack.Name} ({url}) is in the Region of whoever runs Pulumi: add ?region=");
                }
            }
        }
    }

    // The Region of the query counts before that of an ARN: it is the one that is called.
    private static string? RegionOf(string? url) => url is null ? null
        : RegionInQuery().Match(url) is { Success: true } query ? query.Groups[1].Value
        : Arn.RegionOf(url.Split(":///")[^1]);

    [GeneratedRegex(@"^(awskms|s3)://", RegexOptions.CultureInvariant)]
    private static partial Regex AwsUrl();

    [GeneratedRegex(@"[?&]region=([a-z0-9-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex RegionInQuery();
}
