using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>A resource's policy, asked whether it lets a service of AWS do something.</summary>
internal sealed class PolicyDocument
{
    private readonly IReadOnlyList<Prop> _statements;

    private PolicyDocument(IReadOnlyList<Prop> statements) => _statements = statements;

    /// <summary>Null where the text is no policy.</summary>
    public static PolicyDocument? Parse(string text) =>
        JsonDocumentText.Parse(text, "policy") is { } document && document["Statement"].Items is { Count: > 0 } statements
            ? new PolicyDocument(statements)
            : null;

    /// <param name="service">Such as <c>cloudwatch.amazonaws.com</c>.</param>
    /// <param name="action">Such as <c>sns:Publish</c>.</param>
    /// <param name="resource">The ARN that it is done to; null where any will do.</param>
    /// <param name="source">The beginning of the ARNs on whose behalf; null where that is not known.</param>
    public bool Lets(string service, string action, string? resource = null, string? source = null) =>
        _statements.Any(statement => statement["Effect"].Text == "Allow" && Speaks(statement, service, action, resource) && AllowsSource(statement, source))
        && !_statements.Any(statement => statement["Effect"].Text == "Deny" && statement["Condition"].IsAbsent && Speaks(statement, service, action, resource));

    private static bool Speaks(Prop statement, string service, string action, string? resource) =>
        IsPrincipal(statement["Principal"], service)
        && Texts(statement["Action"]).Any(pattern => Matches(pattern, action))
        && (resource is null || statement["Resource"].IsAbsent || Texts(statement["Resource"]).Any(pattern => Matches(pattern, resource)));

    private static bool IsPrincipal(Prop principal, string service) =>
        principal.Text == "*"
        || Texts(principal["Service"]).Any(name => name == service || name == "*")
        || Texts(principal["AWS"]).Any(name => name == "*");

    private static bool AllowsSource(Prop statement, string? source)
    {
        if (source is null)
        {
            return true;
        }

        string[] patterns = [.. statement["Condition"].Members.SelectMany(test => test.Value.Members)
            .Where(key => string.Equals(key.Name, "aws:SourceArn", StringComparison.OrdinalIgnoreCase))
            .SelectMany(key => Texts(key.Value))];
        return patterns.Length == 0 || Array.Exists(patterns, pattern => Matches(pattern, source) || pattern.StartsWith(source, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(Prop value) =>
        value.Text is { } text ? [text] : value.Items.Select(item => item.Text).OfType<string>();

    // In IAM's patterns a star is any text and a question mark any letter; names of actions have no case.
    private static bool Matches(string pattern, string text) =>
        Wildcards.Match(pattern, text, ignoreCase: true);
}
