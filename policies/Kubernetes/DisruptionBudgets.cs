using System.Globalization;

namespace DrInfra.Policies.Kubernetes;

/// <summary>Budgets of disruption: how many of some pods must stay while nodes are drained.</summary>
internal sealed class DisruptionBudgets
{
    public static readonly IReadOnlyList<string> Types = ["kubernetes:policy/v1:PodDisruptionBudget", "kubernetes:policy/v1beta1:PodDisruptionBudget"];

    private readonly ByNamespace _budgets;

    public DisruptionBudgets(Estate estate) => _budgets = new ByNamespace(estate.OfTypes(Types));

    /// <summary>Those that select the pods of something.</summary>
    public IEnumerable<Node> Of(Node node) =>
        _budgets.With(node).Where(budget => Selects(budget["spec"]["selector"], Pods.Template(node)["metadata"]["labels"]));

    /// <summary>Whether one of the same namespace may select it, and only the deployment will tell.</summary>
    public bool MayHaveOne(Node node) => Pods.Template(node)["metadata"]["labels"].IsUnknown
        || _budgets.MaybeWith(node).Any(budget => Pods.NamespaceOf(budget) is null || Pods.NamespaceOf(node) is null
            || budget["spec"]["selector"].IsUnknown || budget["spec"]["selector"]["matchLabels"].IsUnknown);

    /// <summary>How many of some pods a number or a share of them is; percentages round up. Null where none is stated.</summary>
    public static double? Count(Prop amount, double pods) =>
        amount.Text is { } text && text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? Math.Ceiling(pods * percent / 100)
            : amount.Number;

    private static bool Selects(Prop selector, Prop labels) => selector.Value is MapValue && LabelSelector.Takes(selector, key => labels[key]) == true;
}
