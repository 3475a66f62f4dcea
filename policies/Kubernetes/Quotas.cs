using System.Collections.Concurrent;

namespace DrInfra.Policies.Kubernetes;

/// <summary>What a namespace may use in all: a pod beyond its ResourceQuota is refused when it is created.</summary>
internal sealed class Quotas
{
    public static readonly IReadOnlyList<string> Types = ["kubernetes:core/v1:ResourceQuota"];

    // What a quota counts, and of which part and resource of the pods; the number of pods has neither.
    private static readonly (string Name, string? Part, string Resource)[] Counted =
    [
        ("pods", null, ""), ("count/pods", null, ""),
        ("cpu", "requests", "cpu"), ("requests.cpu", "requests", "cpu"), ("memory", "requests", "memory"), ("requests.memory", "requests", "memory"),
        ("limits.cpu", "limits", "cpu"), ("limits.memory", "limits", "memory"),
    ];

    // Scopes that serving pods are in. What counts pods of a priority class is looked at by itself.
    private static readonly string[] Scopes = ["NotTerminating", "NotBestEffort"];

    private readonly Estate _estate;
    private readonly ByNamespace _quotas;
    private readonly ByNamespace _pods;
    private readonly ConcurrentDictionary<(Node Quota, string Name), decimal> _standing = new();

    private Quotas(Estate estate)
    {
        _estate = estate;
        _quotas = new ByNamespace(estate.OfTypes(Types));
        _pods = new ByNamespace(estate.OfTypes(Types).Any() ? estate.OfTypes(Pods.Serving) : []);
    }

    public static Quotas In(Estate estate) => estate.Once(static estate => new Quotas(estate));

    /// <summary>Why the namespace does not take as many pods; null where it does, or has no quota.</summary>
    public Reason? Refuses(Node node, double pods) => Reason.Deciding(
        from quota in _quotas.MaybeWith(node)
        let reason = Pods.NamespaceOf(node) is null || Pods.NamespaceOf(quota) is null
            ? Reason.Unknown(quota, "metadata.namespace")
            : Refuses(quota, node, pods)
        where reason is not null
        select reason);

    private Reason? Refuses(Node quota, Node node, double pods)
    {
        var hard = quota["spec"]["hard"];
        if (hard.IsUnknown || !Concerns(quota, node))
        {
            return hard.IsUnknown ? Reason.Unknown(quota, hard.Path) : null;
        }

        return Reason.Deciding(
            from counted in Counted
            where hard[counted.Name].IsStated()
            let reason = Refuses(quota, counted, node, (decimal)pods)
            where reason is not null
            select reason);
    }

    private Reason? Refuses(Node quota, (string Name, string? Part, string Resource) counted, Node node, decimal pods)
    {
        var (name, part, resource) = counted;
        var hard = quota["spec"]["hard"][name];
        if (Quantity.Of(hard) is not { } most)
        {
            return Reason.Unknown(quota, hard.Path);
        }

        var own = Of(node, part, resource);
        if (own.Unknown is { } property)
        {
            return Reason.Unknown(node, property);
        }

        if (own.Missing is { } container)
        {
            return new Reason($"{quota.Name} refuses pods that state no {part}.{resource}, as container {container} of {node.Name} does", quota, hard.Path);
        }

        // Others of the namespace that are not known count as none: what is refused is refused for sure.
        var all = _standing.GetOrAdd(
            (quota, name), _ => _pods.With(node).Where(other => Concerns(quota, other)).Sum(other => Standing(other, part, resource)));
        var others = all - Standing(node, part, resource);
        var needed = (own.Amount!.Value * pods) + others;
        return needed <= most ? null
            : new Reason(
                $"{quota.Name} allows {name} {hard.Text}, but {Quantity.Text(pods)} pods of {node.Name} need {Quantity.Text(needed)}", quota, hard.Path);
    }

    private decimal Standing(Node node, string? part, string resource) =>
        (decimal)(Pods.Least(_estate, node) ?? 0) * (Of(node, part, resource).Amount ?? 0);

    private PodAmount Of(Node node, string? part, string resource) => part switch
    {
        null => new PodAmount(1, null, null),
        "limits" => PodRequests.In(_estate).Limited(node, resource),
        _ => PodRequests.In(_estate).Requested(node, resource),
    };

    private static bool Concerns(Node quota, Node node)
    {
        var expressions = quota["spec"]["scopeSelector"]["matchExpressions"].Items;
        return quota["spec"]["scopes"].Items.All(scope => Scopes.Contains(scope.Text, StringComparer.Ordinal))
            && expressions.All(expression => Scopes.Contains(expression["scopeName"].Text, StringComparer.Ordinal)
                || (expression["scopeName"].Text == "PriorityClass" && expression["operator"].Text == "In"
                    && expression["values"].Items.Any(value => value.Text is { } name && name == Pods.Spec(node)["priorityClassName"].Text)));
    }
}
