using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>Stores of a stranger's stack that seem to belong together.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Members">What holds the data, by URN.</param>
/// <param name="Because">Why they are put together, for the reader who knows better.</param>
public sealed record WorkloadGroup(string Name, IReadOnlyList<Node> Members, string Because);

/// <summary>
/// Groups what holds data in stacks that say nothing of workloads. In this order: by the component that made them; by the namespace that they
/// are in; by the first word of their names that means something, or of the stack output that hands them out; by references between them.
/// Whoever knows better says so in the section <c>workloads</c> of recovery.yaml.
/// </summary>
public static partial class WorkloadGroups
{
    // Words that say what a thing is, where it is or which one it is, and not what it is for.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "aws", "db", "database", "databases", "rds", "aurora", "cluster", "instance", "global", "table", "tables", "dynamo", "dynamodb", "bucket", "buckets",
        "s3", "queue", "sqs", "stream",
        "kinesis", "cache", "redis", "valkey", "memcached", "search", "opensearch", "domain", "warehouse", "redshift", "efs", "fs", "file", "files",
        "filesystem", "system", "volume", "ebs", "data",
        "store", "storage", "repo", "repository", "ecr", "image", "images", "my", "the", "main", "default", "new", "test", "dev", "prod", "production",
        "staging", "primary", "secondary", "standby",
        "secret", "secrets", "replica", "reader", "writer", "source", "target", "destination", "backup", "copy", "name", "id", "arn", "endpoint", "url", "eu",
        "us", "ap", "sa", "ca", "me", "af", "il", "mx", "gov", "west",
        "east", "north", "south", "central", "northeast", "southeast", "northwest", "southwest",
    };

    /// <summary>The groups, by name; none for what a tag or the settings give to a workload.</summary>
    public static IReadOnlyList<WorkloadGroup> Of(Estate estate, RecoverySettings settings)
    {
        var patterns = new WorkloadPatterns(settings);
        Node[] nodes = [.. estate.All.Where(node => node.Stack.IsForeign && IsStore(node) && node.Workload is null && patterns.Of(node) is null)];
        var keys = nodes.ToDictionary(node => node, node => KeyOf(node));
        var joined = Joined(nodes, keys);
        var groups = new List<WorkloadGroup>();
        var used = settings.Workloads.Select(workload => workload.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var group in nodes.GroupBy(node => joined[node]).OrderBy(group => keys[group.Key].Name, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Urn, StringComparer.Ordinal))
        {
            var (name, because) = keys[group.Key];
            var unique = name;
            for (var i = 2; !used.Add(unique); i++)
            {
                unique = $"{name}-{i}";
            }

            groups.Add(
                new WorkloadGroup(
                    unique, [.. group], group.Count() == 1 || group.All(node => keys[node].Name == name) ? because
                        : $"{because}, and resources that refer to them"));
        }

        return groups;
    }

    /// <summary>The settings with the groups in them, each of a tier where one is given.</summary>
    public static RecoverySettings Added(RecoverySettings settings, IReadOnlyList<WorkloadGroup> groups, string? tier) => settings with
    {
        Workloads =
        [
            .. settings.Workloads.Select(workload => workload with { Tier = workload.Tier ?? tier }),
            .. groups.Select(group => new WorkloadEntry(group.Name, tier, [.. group.Members.Select(node => node.Urn)], Line: 0)),
        ],
    };

    private static bool IsStore(Node node) => node.Type == SecretsManagerTypes.Secret || StatefulTypes.Find(node)?.Part == StatefulPart.Data;

    // Each node's representative: the first of those that it is put together with.
    private static Dictionary<Node, Node> Joined(Node[] nodes, Dictionary<Node, (string Name, string Because)> keys)
    {
        var parents = nodes.ToDictionary(node => node, node => node);
        foreach (var same in nodes.GroupBy(node => keys[node].Name, StringComparer.Ordinal))
        {
            foreach (var node in same.Skip(1))
            {
                Join(same.First(), node);
            }
        }

        foreach (var node in nodes)
        {
            foreach (var other in node.Resource.Dependencies.Select(urn => node.Stack.Find(urn)).OfType<Node>().Where(parents.ContainsKey))
            {
                Join(other, node);
            }
        }

        return nodes.ToDictionary(node => node, Root);

        Node Root(Node node)
        {
            while (parents[node] != node)
            {
                node = parents[node] = parents[parents[node]];
            }

            return node;
        }

        void Join(Node one, Node other)
        {
            var (a, b) = (Root(one), Root(other));
            if (a != b)
            {
                parents[string.CompareOrdinal(a.Urn, b.Urn) < 0 ? b : a] = string.CompareOrdinal(a.Urn, b.Urn) < 0 ? a : b;
            }
        }
    }

    private static (string Name, string Because) KeyOf(Node node)
    {
        var component = node.Ancestors.LastOrDefault(ancestor => !ancestor.Resource.Custom && ancestor.Type != ResourceUrn.StackType);
        if (component is not null)
        {
            return (component.Name, $"created by the component {component.Name}");
        }

        if (Pods.OwnNamespaceOf(node) is { } space && space != "default")
        {
            return (space, $"in the namespace {space}");
        }

        if (Stem(node.Name) is { } stem)
        {
            return (stem, $"named {stem}");
        }

        return OutputOf(node) is { } output
            ? (Stem(output) ?? output, $"stack output {output}")
            : (node.Name, "by itself");
    }

    /// <summary>The first word of a name that says what it is for; null where none does.</summary>
    internal static string? Stem(string name) =>
        Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).FirstOrDefault(word => word.Length > 1 && !Generic.Contains(word));

    // The stack output whose value names the resource.
    private static string? OutputOf(Node node)
    {
        var stack = node.Stack.Nodes.FirstOrDefault(other => other.Type == ResourceUrn.StackType);
        return stack?.Resource.Outputs
            .Where(output =>
                output.Value.Unwrapped is TextValue text
                    && (text.Value == node.Resource.Id || text.Value == node.Output("arn").Text || text.Value == node.Output("name").Text))
            .Select(output => output.Key)
            .FirstOrDefault();
    }

    // Words of kebab-case, snake_case and camelCase; digits say which one it is.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
