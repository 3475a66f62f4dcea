using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>A policy document: JSON text, or the same as an object.</summary>
internal sealed record IamDocument(IReadOnlyList<IamStatement> Statements)
{
    /// <summary>Null where the property is absent, unknown or no policy document: the property tells the first two apart.</summary>
    public static IamDocument? Parse(Prop property)
    {
        var statements = Document(property)["Statement"];
        if (statements.Items.Count == 0)
        {
            return null;
        }

        var read = statements.Items.Select(Statement).ToArray();
        return read.Any(statement => statement is null) ? null : new IamDocument(read!);
    }

    /// <summary>Whether a resource's policy lets a service of AWS do something.</summary>
    /// <param name="service">Such as <c>cloudwatch.amazonaws.com</c>.</param>
    /// <param name="action">Such as <c>sns:Publish</c>.</param>
    /// <param name="resource">The ARN that it is done to; null where any will do.</param>
    /// <param name="source">The beginning of the ARNs on whose behalf; null where that is not known.</param>
    public bool Lets(string service, string action, string? resource = null, string? source = null) =>
        Statements.Any(statement => statement.Allows && Speaks(statement, service, action, resource) && AllowsSource(statement, source))
        && !Statements.Any(statement => !statement.Allows && statement.Conditions.Count == 0 && Speaks(statement, service, action, resource));

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Prop property) =>
        property.Text is { } one ? [one] : [.. property.Items.Select(item => item.Text).OfType<string>()];

    private static bool Speaks(IamStatement statement, string service, string action, string? resource) =>
        (statement.IsForEverybody || statement.PrincipalsOf("Service").Any(name => name == service || name == "*"))
        && statement.Covers(action)
        && (resource is null || statement.Reaches(resource));

    private static bool AllowsSource(IamStatement statement, string? source)
    {
        string[] patterns = [.. statement.Conditions.Where(condition => string.Equals(condition.Key, "aws:SourceArn", StringComparison.OrdinalIgnoreCase)).SelectMany(condition => condition.Values)];
        return source is null || patterns.Length == 0
            || Array.Exists(patterns, pattern => Wildcards.Match(pattern, source, ignoreCase: true) || pattern.StartsWith(source, StringComparison.Ordinal));
    }

    private static Prop Document(Prop property)
    {
        if (property.Value is MapValue || property.Text is not { } json)
        {
            return property;
        }

        return JsonDocumentText.Parse(json, property.Path) ?? default;
    }

    private static IamStatement? Statement(Prop statement)
    {
        var (actions, notActions) = (Texts(statement["Action"]), Texts(statement["NotAction"]));
        return statement["Effect"].Text is not ("Allow" or "Deny") || (actions.Count == 0 && notActions.Count == 0)
            ? null
            : new IamStatement(
                statement["Effect"].Text == "Allow",
                actions,
                notActions,
                Texts(statement["Resource"]),
                Texts(statement["NotResource"]),
                statement["Principal"],
                [.. statement["Condition"].Members.SelectMany(test => test.Value.Members.Select(key => new IamCondition(test.Name, key.Name, Texts(key.Value))))]);
    }
}
