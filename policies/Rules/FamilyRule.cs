using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules;

/// <summary>
/// A rule that asks the same of many types: its table says by type which property tells, and what excuses a resource, with the reason.
/// </summary>
public abstract class FamilyRule : ResourceRule
{
    private IReadOnlyList<Row>? _table;
    private IReadOnlyList<string>? _types;

    public sealed override IReadOnlyList<string> AppliesTo => _types ??= [.. Rows.SelectMany(row => row.Types).Distinct(StringComparer.Ordinal)];

    private protected abstract IReadOnlyList<Row> Table { get; }

    private IReadOnlyList<Row> Rows => _table ??= Table;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        Rows.Where(row => row.Types.Contains(node.Type)).SelectMany(row => row.Unless?.Invoke(node) is { } reason
            ? [Verdict.NotApplicable(reason)]
            : row.Judge(node, parameters));

    /// <param name="path">From the resource's inputs: <c>encryptAtRest.enabled</c>.</param>
    /// <param name="fault">The violation.</param>
    /// <param name="serviceDefault">What holds where the program says nothing.</param>
    private protected static Row Flag(
        IReadOnlyList<string> types, string path, string fault, bool wanted = true, bool serviceDefault = false, Func<Node, string?>? unless = null) =>
        new(types, (node, _) => [FlagVerdict.Of(At(node, path), wanted, serviceDefault, fault)], unless);

    private protected static Row Stated(IReadOnlyList<string> types, string path, string fault, Func<Node, string?>? unless = null) =>
        new(types, (node, _) => [node.Input(path).IsStated() ? Verdict.Compliant : Verdict.Violation(fault, path)], unless);

    /// <param name="number">As a view of the type reads it, with the service's default.</param>
    /// <param name="parameter">The rule's parameter that says how much is needed.</param>
    /// <param name="unit">As <see cref="NumberVerdict.AtLeast(Prop, double, double, string, string)"/> takes it.</param>
    private protected static Row AtLeast(
        IReadOnlyList<string> types, Func<Node, StatedNumber> number, string parameter, string unit, Func<Node, string?>? unless = null) => new(
            types,
            (node, parameters) => [NumberVerdict.AtLeast(number(node), parameters[parameter], number(node).Property.Path, unit)],
            unless);

    private static Prop At(Node node, string path) =>
        path.Split('.') is [var first, .. var rest] ? rest.Aggregate(node[first], (at, name) => at[name]) : default;

    /// <summary>A line of the table.</summary>
    /// <param name="Unless">Why a resource of these types is not judged; null where it is.</param>
    internal sealed record Row(IReadOnlyList<string> Types, Func<Node, RuleParameters, IEnumerable<Verdict>> Judge, Func<Node, string?>? Unless = null);
}
